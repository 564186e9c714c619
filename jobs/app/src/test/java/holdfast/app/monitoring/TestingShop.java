package holdfast.app.monitoring;

import static org.awaitility.Awaitility.await;

import holdfast.app.job.ScoringJob;
import holdfast.app.job.TestingJobs;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.playbook.SecondsPlaybook;
import holdfast.app.quickstart.MetricPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A deployment of the whole scoring job, watched on two ports, and the customers of its shop, who
 * come for five seconds each. Things can be broken in it.
 */
final class TestingShop implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final int TASKS = 1;
    private static final int AT_ONCE = 10;
    private static final int STEPS_OF_A_VISIT = 50;
    private static final int CLICKS = 8;

    private final String name;
    private final Topics topics;
    private final Path checkpoints;
    private final TestingPrometheus.Target target;
    private final JobClient job;
    private long events;
    private volatile boolean clicks = true;
    private volatile int poisonEvery = 50;

    private TestingShop(String name, Path checkpoints, MetricPorts ports, JobClient job) {
        this.name = name;
        this.topics = new Topics(name + ".", PARTITIONS, false);
        this.checkpoints = checkpoints;
        this.target = new TestingPrometheus.Target(name, List.of(ports.flink(), ports.churn()));
        this.job = job;
    }

    /** Starts the job; its topics bear its name as their prefix. */
    static TestingShop open(String name, String bootstrap, Path directory, MetricPorts ports)
            throws Exception {
        Path playbook = Files.writeString(directory.resolve(name + ".yaml"), SecondsPlaybook.TEXT);
        Path checkpoints = Files.createDirectories(directory.resolve(name));
        Assignments assignments =
                Assignments.read(
                        List.of(
                                "kafka.bootstrap=" + bootstrap,
                                "kafka.topic-prefix=" + name + ".",
                                "kafka.group-id=" + name,
                                "kafka.partitions=" + PARTITIONS,
                                "playbook=" + playbook,
                                "clock.settle=2s",
                                "state.store=heap",
                                "checkpoint.interval=1s",
                                "checkpoint.directory=" + checkpoints.toUri()));
        Configuration flink = ScoringJob.settings(assignments);
        ports.open(flink);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(TASKS, flink);
        ScoringJob.define(env, assignments);
        return new TestingShop(name, checkpoints, ports, env.executeAsync(ScoringJob.NAME));
    }

    String name() {
        return name;
    }

    TestingPrometheus.Target target() {
        return target;
    }

    String clickstream() {
        return topics.name(Topic.CLICKSTREAM);
    }

    /** Stops or resumes what comes from the website; purchases go on. */
    void clicks(boolean come) {
        clicks = come;
    }

    /** From now on every so-manieth click cannot be read. */
    void poison(int every) {
        poisonEvery = every;
    }

    /** Puts a file where checkpoints are to be written, again while the job still writes there. */
    void breakCheckpoints() {
        await().ignoreExceptions().until(this::isInTheWay);
    }

    private boolean isInTheWay() throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        return Files.writeString(checkpoints, "in the way").equals(checkpoints);
    }

    void mendCheckpoints() throws IOException {
        Files.delete(checkpoints);
        Files.createDirectories(checkpoints);
    }

    /** What happens in a tenth of a second. */
    @SuppressWarnings("FutureReturnValueIgnored") // What is not sent is missed in the end.
    void step(KafkaProducer<byte[], byte[]> producer) {
        for (int i = 0; clicks && i < CLICKS; i++) {
            events++;
            String click = events % poisonEvery == 0 ? "{" : event("visit");
            producer.send(record(clickstream(), click));
        }
        events++;
        producer.send(record(topics.name(Topic.TRANSACTIONS), event("order")));
    }

    private String event(String what) {
        long group = events / ((CLICKS + 1) * STEPS_OF_A_VISIT);
        boolean returns = events % 20 == 0 && group > 1;
        String id = "c-" + (returns ? group - 2 : group) + "-" + events % AT_ONCE;
        String who = events % 25 == 0 ? "anonymousId" : "userId";
        return "{\"%s\":\"%s\",\"event\":\"%s\",\"messageId\":\"%d\",\"timestamp\":%d}"
                .formatted(who, id, what, events, System.currentTimeMillis());
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String value) {
        return new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        TestingJobs.cancel(job);
    }
}
