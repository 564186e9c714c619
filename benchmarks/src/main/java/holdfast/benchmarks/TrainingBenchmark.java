package holdfast.benchmarks;

import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Presets;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing a training record for its topic: {@code benchmarks/run jmh TrainingBenchmark -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class TrainingBenchmark {

    private static final long NOW_MILLIS = 1_700_000_000_000L;

    private final TrainingMessages messages = new TrainingMessages();
    private final TrainingRecord decided = TrainingRecord.decided(Long.MAX_VALUE, 1, NOW_MILLIS);
    private final TrainingRecord snapshot =
            TrainingRecord.snapshot(Long.MAX_VALUE, 1, NOW_MILLIS, snapshot());

    /** How a customer stood, in the features of a preset. */
    @Benchmark
    public EncodedRecord writeSnapshot() {
        return messages.encoded(snapshot);
    }

    /** That an event decided. */
    @Benchmark
    public EncodedRecord writeDecided() {
        return messages.encoded(decided);
    }

    private static Snapshot snapshot() {
        FeatureLayout layout = FeatureLayout.of(Presets.ecommerce());
        return new Snapshot(
                new Snapshot.Span(NOW_MILLIS / 2, NOW_MILLIS - 1, 9),
                4_200,
                layout.categoryIds(),
                new Random(1).doubles(layout.width()).toArray());
    }
}
