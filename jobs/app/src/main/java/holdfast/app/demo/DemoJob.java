package holdfast.app.demo;

import holdfast.app.job.ScoringJob;
import holdfast.app.options.Assignments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The scoring job with the demo's options. */
final class DemoJob {

    private DemoJob() {}

    static StreamGraph graph(String bootstrap, String playbook, Path checkpoints) {
        Assignments assignments = options(bootstrap, playbook, checkpoints);
        Configuration flink = ScoringJob.settings(assignments);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(Workplace.SLOTS);
        ScoringJob.define(env, assignments);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(ScoringJob.NAME);
        return graph;
    }

    /** Every delay is as long for the shop's clock as the default is for a real one, or shorter. */
    private static Assignments options(String bootstrap, String playbookFile, Path checkpoints) {
        return Assignments.read(
                List.of(
                        "kafka.bootstrap=" + bootstrap,
                        "kafka.partitions=" + Workplace.TOPICS.partitions(),
                        "kafka.create-topics=false",
                        "flink.metrics.latency.interval=50 ms",
                        "playbook=" + playbookFile,
                        "clock.simulated=true",
                        "ticks.writer=external",
                        "clock.disorder=" + simulatedSeconds(Duration.ofMillis(250)),
                        "clock.tick-interval=1s",
                        "clock.settle=3s",
                        "clock.idleness=1s",
                        "clock.unread=2m",
                        "start.live-from=" + Instant.ofEpochMilli(DemoTime.LIVE_FROM_MILLIS),
                        "start.warm-up=" + simulatedSeconds(Duration.ofSeconds(6)),
                        "checkpoint.directory=" + checkpoints.toUri()));
    }

    private static String simulatedSeconds(Duration real) {
        return DemoTime.simulated(real).toSeconds() + "s";
    }
}
