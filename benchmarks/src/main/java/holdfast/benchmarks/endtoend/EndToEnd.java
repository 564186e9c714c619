package holdfast.benchmarks.endtoend;

import holdfast.app.job.ScoringJob;
import holdfast.app.kafka.EndSettings;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.Folders;
import holdfast.app.quickstart.MetricPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Events a second through the scoring job as {@code holdfast score} runs it, Kafka to Kafka: {@code
 * benchmarks/run e2e --events 1000000 --customers 100000}.
 *
 * <p>The broker runs in another process; core-seconds are those of this one: of the whole process,
 * compiler, collector and RocksDB's background work included, and of its Java threads alone.
 */
@Command(
        name = "e2e",
        mixinStandardHelpOptions = true,
        description = "Times the whole job on simulated events that already lie in Kafka.")
public final class EndToEnd implements Callable<Integer> {

    private static final String HOST = "127.0.0.1";
    private static final long POLL_MILLIS = 1_000;
    private static final double WARM_UP_SHARE = 0.3;

    @Option(names = "--events", description = "At least so many (default: ${DEFAULT-VALUE}).")
    private long events = 1_000_000;

    @Option(names = "--customers", description = "At the start (default: ${DEFAULT-VALUE}).")
    private int customers = 100_000;

    @Option(names = "--parallelism", description = "Task slots (default: ${DEFAULT-VALUE}).")
    private int parallelism = 1;

    @Option(names = "--seconds-max", description = "Give up then (default: ${DEFAULT-VALUE}).")
    private int secondsMax = 600;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "An option of the job, or flink.KEY=VALUE; see jobs/app/OPTIONS.md.")
    private List<String> options = new ArrayList<>();

    /** Runs once and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EndToEnd()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("holdfast-e2e-");
        try (BrokerProcess broker = BrokerProcess.start(directory.resolve("kafka"))) {
            return run(broker.bootstrap(), directory);
        } finally {
            Folders.remove(directory);
        }
    }

    private int run(String bootstrap, Path directory) throws Exception {
        MetricPorts metrics = MetricPorts.anyFree();
        Assignments assignments = assignments(bootstrap, directory);
        EndSettings ends = EndSettings.of(assignments);
        TopicAdmin.ensure(ends.cluster(), ends.topics());
        Traffic traffic = new Traffic(ends.topics(), customers);
        traffic.write(ends.cluster(), events);
        System.out.printf(
                "%,d events of %.1f days by %,d customers are in Kafka%n",
                traffic.written(), traffic.days(), customers);
        Configuration settings = ScoringJob.settings(assignments);
        metrics.open(settings);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        ScoringJob.define(env, assignments);
        Gauges gauges = new Gauges(metrics.churnAddress(HOST), metrics.flinkAddress(HOST));
        JobClient job = env.executeAsync(ScoringJob.NAME);
        boolean finished = watch(gauges, traffic.written());
        job.cancel().get();
        return finished ? 0 : 1;
    }

    /** Follows the job until every event has met its fate. */
    private boolean watch(Gauges gauges, long expected) throws InterruptedException {
        Progress begun = Progress.now(0);
        Progress start = begun;
        Progress warm = begun;
        Progress last = begun;
        while (last.events() < expected && last.seconds(begun) < secondsMax) {
            Thread.sleep(POLL_MILLIS);
            gauges.refresh();
            last = Progress.now(Math.round(gauges.sum("churn_events_total")));
            if (last.events() == 0) {
                start = last;
            }
            if (last.events() <= WARM_UP_SHARE * expected) {
                warm = last;
            }
        }
        System.out.println(last.rates("from the first event", start));
        System.out.println(last.rates("after the first 30 %", warm));
        report(gauges);
        return last.events() >= expected;
    }

    private static void report(Gauges gauges) {
        System.out.printf(
                "%,.0f late; %,.0f scores and %,.0f alerts; last checkpoint %,.0f bytes in %,.0f"
                        + " ms%n",
                gauges.sum("churn_events_total", "fate=\"late\""),
                gauges.sum("churn_scores_total"),
                gauges.sum("churn_alerts_total"),
                gauges.max("lastCheckpointFullSize"),
                gauges.max("lastCheckpointDuration"));
    }

    private Assignments assignments(String bootstrap, Path directory) {
        List<String> texts = new ArrayList<>();
        texts.add("kafka.bootstrap=" + bootstrap);
        texts.add("playbook=ecommerce");
        texts.add("clock.simulated=true");
        texts.add("ticks.writer=external");
        texts.add("checkpoint.directory=" + directory.resolve("checkpoints").toUri());
        texts.add("flink.execution.checkpointing.interval=5 s");
        texts.add("flink.taskmanager.memory.managed.size=512m");
        texts.addAll(options);
        return Assignments.read(texts);
    }
}
