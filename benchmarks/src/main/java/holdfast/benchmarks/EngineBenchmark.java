package holdfast.benchmarks;

import holdfast.core.bytes.ByteWriter;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.CustomerStateCodec;
import holdfast.core.engine.ChurnEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that one event costs the engine, overtaken wake-ups and published scores included: {@code
 * benchmarks/run jmh EngineBenchmark -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class EngineBenchmark {

    private final ChurnEngine engine = new ChurnEngine();
    private final Shopfront.Nobody nobody = new Shopfront.Nobody(true);
    private final Shopfront.Nobody idle = new Shopfront.Nobody(false);
    private final CustomerStateCodec codec = new CustomerStateCodec();
    private final ByteWriter writer = new ByteWriter();

    /** The engine alone. */
    @Benchmark
    @OperationsPerInvocation(Shopfront.EVENTS)
    public void onActivity(Tape tape) {
        for (int i = 0; i < Shopfront.EVENTS; i++) {
            step(tape, i, tape.customer(i), nobody);
        }
    }

    /** The same while nobody learns from it, as with {@code training.share=0}. */
    @Benchmark
    @OperationsPerInvocation(Shopfront.EVENTS)
    public void onActivityUntaught(Tape tape) {
        for (int i = 0; i < Shopfront.EVENTS; i++) {
            step(tape, i, tape.customer(i), idle);
        }
    }

    /** As an operator does it without its state backend: read the bytes, step, write the bytes. */
    @Benchmark
    @OperationsPerInvocation(Shopfront.EVENTS)
    public void readOnActivityWrite(Tape tape) {
        for (int i = 0; i < Shopfront.EVENTS; i++) {
            byte[] before = tape.bytes(i);
            CustomerState customer = new CustomerState(tape.event(i).customerId());
            if (before.length > 0) {
                codec.read(customer, before, 0, before.length);
            }
            step(tape, i, customer, nobody);
            writer.reset();
            codec.write(customer, writer);
            tape.keep(i, writer.toBytes());
        }
    }

    private void step(Tape tape, int i, CustomerState customer, Shopfront.Nobody out) {
        engine.onActivity(
                customer,
                tape.event(i),
                tape.event(i).timeMillis() - 1_000,
                tape.shop().guidance(),
                out);
    }
}
