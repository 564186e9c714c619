package holdfast.app.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.job.ScoringJob;
import holdfast.app.job.TestingJobs;
import holdfast.app.job.TestingMetrics;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.tail.AlertMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The whole scoring job in this process, between the topics of a broker that may fail. */
public final class TestingScoring implements AutoCloseable {

    private static final int PARALLELISM = 2;
    private static final int PARTITIONS = 2;
    private static final long STOP_SECONDS = 60;

    /** How long an event may be displaced, by the job's default. */
    private static final long DISORDER_MILLIS = 500;

    private final EmbeddedBroker broker;
    private final Topics topics;
    private final Path directory;
    private final TestingRecords records;
    private final TestingMetrics metrics = new TestingMetrics();
    private final JsonFactory json = new JsonFactory();
    private String savepoint = "";
    private List<JobClient> jobs = List.of();

    /**
     * @param topics whose partitions are {@value #PARTITIONS}
     * @param directory for checkpoints and savepoints
     */
    private TestingScoring(EmbeddedBroker broker, Topics topics, Path directory) {
        this.broker = broker;
        this.topics = topics;
        this.directory = directory;
        this.records = new TestingRecords(KafkaCluster.at(broker.bootstrap()));
    }

    /** For records whose Kafka timestamps are made up. */
    public static TestingScoring ofSimulatedTime(
            EmbeddedBroker broker, String prefix, Path directory) {
        return new TestingScoring(broker, new Topics(prefix, PARTITIONS, true), directory);
    }

    /** For records of now. */
    static TestingScoring ofWallClock(EmbeddedBroker broker, String prefix, Path directory) {
        return new TestingScoring(broker, new Topics(prefix, PARTITIONS, false), directory);
    }

    /** Starts the job, from the last savepoint if there is one. */
    public void start(String... settings) throws Exception {
        List<String> texts =
                new ArrayList<>(
                        List.of(
                                "kafka.bootstrap=" + broker.bootstrap(),
                                "kafka.topic-prefix=" + topics.prefix(),
                                "kafka.group-id=" + topics.prefix() + "scoring",
                                "kafka.partitions=" + PARTITIONS,
                                "clock.simulated=" + topics.simulated(),
                                "clock.unread=5s", // topics are empty at first
                                "checkpoint.interval=1s",
                                "checkpoint.directory="
                                        + directory.resolve("checkpoints").toUri()));
        texts.addAll(List.of(settings));
        Assignments assignments = Assignments.read(texts);
        Configuration flink = ScoringJob.settings(assignments);
        metrics.configure(flink);
        if (!savepoint.isEmpty()) {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, flink);
        ScoringJob.define(env, assignments);
        jobs = List.of(env.executeAsync(ScoringJob.NAME));
    }

    /** Stops the job when everything it has decided is written, and keeps its state. */
    public void stop() throws Exception {
        List<JobClient> stopping = jobs;
        jobs = List.of();
        for (JobClient job : stopping) {
            savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    directory.resolve("savepoints").toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Lets the next start go on from a savepoint that was made before. */
    public void goOnFrom(Path saved) {
        savepoint = saved.toUri().toString();
    }

    /** Where the state of the job is that was stopped last. */
    public Path savepoint() {
        return Path.of(URI.create(savepoint));
    }

    /** Ends the job at once; it goes on from the newest checkpoint that there is by now. */
    void kill() throws Exception {
        await().atMost(Duration.ofSeconds(STOP_SECONDS)).until(() -> checkpoints().size() > 0);
        List<JobClient> killed = jobs;
        jobs = List.of();
        for (JobClient job : killed) {
            TestingJobs.cancel(job);
        }
        savepoint = checkpoints().get(checkpoints().size() - 1).toUri().toString();
    }

    /** Complete checkpoints of all jobs so far, the newest last. */
    private List<Path> checkpoints() throws IOException {
        return TestingCheckpoints.complete(directory.resolve("checkpoints"));
    }

    public Topics topics() {
        return topics;
    }

    public TestingRecords records() {
        return records;
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Every alert message written so far, in the order of its partition. */
    public List<AlertMessage> alerts() {
        List<AlertMessage> alerts = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> read : records.all(topics.name(Topic.ALERTS))) {
            alerts.add(alert(read));
        }
        return alerts;
    }

    /** One alert message. */
    public AlertMessage alert(ConsumerRecord<byte[], byte[]> read) {
        return AlertMessage.read(json, read.value()).orElseThrow();
    }

    /** Lets the broker stamp alerts with the time at which it has them; before the start only. */
    void stampAlertsByBroker() throws Exception {
        NewTopic alerts =
                new NewTopic(topics.name(Topic.ALERTS), PARTITIONS, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime"));
        try (Admin admin = Admin.create(KafkaCluster.at(broker.bootstrap()).settings())) {
            admin.createTopics(List.of(alerts)).all().get();
        }
    }

    /** Waits until ticks move the clock. */
    void awaitClock(Duration patience) {
        awaitWritten(0, patience);
    }

    /** How many records met each fate so far. */
    public Map<String, Long> fates() throws IOException, InterruptedException {
        return metrics.fates();
    }

    /** How many records have met a fate so far. */
    public long fated() throws IOException, InterruptedException {
        return fates().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Waits until everything that is due by an instant has reached the sinks. */
    public void awaitWritten(long upToMillis, Duration patience) {
        await().atMost(patience)
                .ignoreExceptions()
                .until(() -> metrics.writtenUpToMillis() >= upToMillis);
    }

    /**
     * Waits until all that is due by the last tick has been written.
     *
     * @return up to when that is
     */
    long awaitEnd(Duration patience) {
        long lastTickMillis =
                records().all(topics().name(Topic.TICKS)).stream()
                        .mapToLong(ConsumerRecord::timestamp)
                        .max()
                        .orElseThrow();
        long untilMillis = lastTickMillis - DISORDER_MILLIS - 1;
        awaitWritten(untilMillis, patience);
        return untilMillis;
    }

    /** Every metric, as Prometheus reads them. */
    String metricsPage() throws IOException, InterruptedException {
        return metrics.page();
    }

    long restarts() throws IOException, InterruptedException {
        return metrics.restarts();
    }

    @Override
    public void close() throws Exception {
        for (JobClient job : jobs) {
            TestingJobs.cancel(job);
        }
        records.close();
    }
}
