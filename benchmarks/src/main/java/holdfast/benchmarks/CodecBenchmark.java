package holdfast.benchmarks;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.Hashes;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.CustomerStateCodec;
import holdfast.core.engine.Replay;
import holdfast.core.playbook.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing and reading a customer's state: {@code benchmarks/run jmh CodecBenchmark -prof gc}.
 *
 * <p>Typical are the simulated shop's customers in turn; full is one customer who has done
 * everything that the playbook names, for a year.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class CodecBenchmark {

    private static final long HOUR_MILLIS = 3_600_000L;
    private static final int FULL_EVENTS = 8_760;

    /** Whose states. */
    @Param({"typical", "full"})
    private String customer = "typical";

    private final CustomerStateCodec codec = new CustomerStateCodec();
    private final ByteWriter writer = new ByteWriter();
    private CustomerState[] states = {};
    private byte[][] bytes = {};
    private int turn;

    /** Makes states and bytes, and tells their size. */
    @Setup
    public void fill() {
        Shopfront shop = new Shopfront();
        List<CustomerState> chosen =
                customer.equals("full") ? List.of(full(shop)) : shop.customers();
        states = chosen.toArray(new CustomerState[0]);
        bytes = new byte[states.length][];
        long total = 0;
        int largest = 0;
        for (int i = 0; i < states.length; i++) {
            write(states[i]);
            bytes[i] = writer.toBytes();
            total += writer.length();
            largest = Math.max(largest, writer.length());
        }
        System.out.printf(
                "%n%s: %d states, mean %d bytes, largest %d bytes%n",
                customer, states.length, total / states.length, largest);
    }

    private static CustomerState full(Shopfront shop) {
        Replay replay = new Replay(shop.guidance(), new Shopfront.Nobody(false));
        List<String> names = new ArrayList<>(List.of("Something Else"));
        for (Category category : shop.playbook().categories()) {
            names.add(category.events().iterator().next());
        }
        for (int i = 0; i < FULL_EVENTS; i++) {
            String name = names.get(i % names.size());
            replay.accept(
                    new Activity(
                            "c",
                            shop.nowMillis() + i * HOUR_MILLIS,
                            name,
                            1_000,
                            0,
                            Hashes.mix64(i + 1),
                            SourceKind.CLICKSTREAM));
        }
        return replay.customers().next();
    }

    /** The bytes of a state, into memory that is there. */
    @Benchmark
    public int write() {
        return write(states[next()]);
    }

    /** A state from its bytes, made anew. */
    @Benchmark
    public CustomerState read() {
        CustomerState state = new CustomerState("c");
        int i = next();
        codec.read(state, bytes[i], 0, bytes[i].length);
        return state;
    }

    private int write(CustomerState state) {
        writer.reset();
        codec.write(state, writer);
        return writer.length();
    }

    private int next() {
        turn = turn + 1 >= states.length ? 0 : turn + 1;
        return turn;
    }
}
