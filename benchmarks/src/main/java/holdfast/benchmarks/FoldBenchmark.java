package holdfast.benchmarks;

import holdfast.core.engagement.FoldRules;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Folding one event into its customer: {@code benchmarks/run jmh FoldBenchmark}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class FoldBenchmark {

    @Benchmark
    @OperationsPerInvocation(Shopfront.EVENTS)
    public void fold(Tape tape) {
        FoldRules rules = tape.rules();
        for (int i = 0; i < Shopfront.EVENTS; i++) {
            tape.customer(i).engagement().fold(tape.event(i), tape.category(i), rules);
        }
    }
}
