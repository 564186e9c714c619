package holdfast.app.bootstrap;

import holdfast.app.job.ScoringJob;
import holdfast.app.options.Assignments;
import holdfast.app.shell.FailedRunException;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.pipeline.ScoringPipeline;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Runs the scoring job's own operators over a history in this process, and leaves their state as a
 * savepoint.
 */
final class HistoryJob {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long ANSWER_SECONDS = 60;
    private static final long SAVEPOINT_MINUTES = 30;

    private HistoryJob() {}

    /**
     * Takes the history in.
     *
     * @param directory under which the savepoint is made
     * @param takenIn told from time to time how many records have been read
     * @return where the savepoint is
     */
    static Path run(Plan plan, Path directory, LongConsumer takenIn) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        Runtime.getRuntime().availableProcessors(), settings());
        define(env, plan);
        try {
            JobClient job = env.executeAsync("holdfast bootstrap");
            awaitAll(job, plan.history().records(), takenIn);
            String savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    directory.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(SAVEPOINT_MINUTES, TimeUnit.MINUTES);
            return Path.of(URI.create(savepoint));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FailedRunException("interrupted before the state was written", interrupted);
        } catch (FailedRunException failed) {
            throw failed;
        } catch (Exception failure) {
            throw new FailedRunException("the state cannot be built: " + failure, failure);
        }
    }

    /**
     * How a history is taken in.
     *
     * @param start of the operators
     * @param coveredUntilMillis the history holds all that customers did before it
     */
    record Plan(History history, ScoringStart start, long coveredUntilMillis) {}

    private static Configuration settings() {
        Configuration flink =
                ScoringJob.settings(
                        Assignments.read(List.of("state.store=heap", "checkpoint.interval=365d")));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, LOOK); // carries the accumulators
        return flink;
    }

    private static void define(StreamExecutionEnvironment env, Plan plan) {
        DataGeneratorSource<Long> numbers =
                new DataGeneratorSource<>(
                        number -> number,
                        Long.MAX_VALUE,
                        new OnceThrough(plan.history().records()),
                        Types.LONG);
        SingleOutputStreamOperator<Arrival> read =
                env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "Count records")
                        .setParallelism(1)
                        .uid("count-history")
                        .process(new PastReader(plan.history()), CodecTypes.ARRIVAL)
                        .setParallelism(1)
                        .uid("read-history")
                        .name("Read history");
        DataStream<Arrival> arrivals =
                read.assignTimestampsAndWatermarks(
                                WatermarkStrategy.<Arrival>forGenerator(
                                                context -> new LiveFromWatermarks())
                                        .withTimestampAssigner(
                                                (arrival, none) -> arrival.timeMillis()))
                        .setParallelism(1)
                        .uid("time-history");
        ScoringPipeline.takeInHistory(
                        arrivals,
                        read.getSideOutput(PastReader.PUBLISHED),
                        plan.start(),
                        plan.coveredUntilMillis())
                .sinkTo(new DiscardingSink<>())
                .uid("discard-history")
                .name("Send nothing");
    }

    /** What was read before a savepoint is asked for comes before its barrier. */
    private static void awaitAll(JobClient job, long records, LongConsumer takenIn)
            throws InterruptedException, ExecutionException, TimeoutException {
        long seen = 0;
        while (seen < records) {
            if (job.getJobStatus().get(ANSWER_SECONDS, TimeUnit.SECONDS).isTerminalState()) {
                job.getJobExecutionResult().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                throw new FailedRunException("the state cannot be built: the job ended early");
            }
            Thread.sleep(LOOK.toMillis());
            Object counted =
                    job.getAccumulators()
                            .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                            .get(PastReader.TAKEN_IN);
            seen = counted instanceof Long count ? count : 0;
            takenIn.accept(seen);
        }
    }
}
