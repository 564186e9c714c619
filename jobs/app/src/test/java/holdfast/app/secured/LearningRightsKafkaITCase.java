package holdfast.app.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import holdfast.app.TestingLog;
import holdfast.app.faults.PlainLearning;
import holdfast.app.faults.TestingLogs;
import holdfast.app.faults.TestingShop;
import holdfast.app.job.TestingJobs;
import holdfast.app.kafka.Brokers;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.learn.LearningJob;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.TestingSecuredBroker;
import holdfast.core.playbook.Presets;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.TrainingMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The learning job works with the rights that the Strimzi overlay gives it, and needs each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearningRightsKafkaITCase {

    private static final String PASSWORD = "pw-91c0e7ad55";
    private static final String EVERYTHING = "learning";
    private static final Topics TOPICS = new Topics("", 1, true);
    private static final int CUSTOMERS = 40;
    private static final int DAYS = 90;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlainLearning plain = new PlainLearning(Presets.generic());
    private final StrimziUser user;
    private Path directory;
    private TestingLog log;
    private TestingSecuredBroker broker;
    private TestingRecords records;
    private byte[] last = {};

    LearningRightsKafkaITCase() throws IOException {
        user = StrimziUser.named("holdfast-learning");
    }

    /** Rights are given before anything else is written, so that the broker knows them by then. */
    @BeforeAll
    void tellWhatThereIsToLearn(@TempDir Path temporary) throws Exception {
        directory = temporary;
        log = TestingLog.start("holdfast");
        TestingKeys keys = TestingKeys.make(directory, "broker", "changeit");
        List<String> names = new ArrayList<>(List.of(EVERYTHING));
        IntStream.range(0, user.rights().size()).forEach(left -> names.add(userWithout(left)));
        broker =
                TestingSecuredBroker.start(
                        directory.resolve("broker"),
                        keys.keystore(),
                        "changeit",
                        names.stream()
                                .map(name -> "[name=" + name + ",password=" + PASSWORD + "]")
                                .toList());
        StrimziUser.grant(open(), EVERYTHING, user.rights());
        for (int left = 0; left < user.rights().size(); left++) {
            List<StrimziUser.Right> others = new ArrayList<>(user.rights());
            others.remove(left);
            StrimziUser.grant(open(), userWithout(left), others);
        }
        TopicAdmin.ensure(open(), TOPICS);
        records = new TestingRecords(open());
        tell();
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
        log.close();
    }

    @Test
    void learnsAndPublishesWithWhatTheOverlayGivesIt() throws Exception {
        whileLearning(
                EVERYTHING,
                () -> {
                    tellOnceMore();
                    assertThat(values(Topic.MODELS))
                            .anyMatch(text -> text.startsWith("{\"model\""))
                            .anyMatch(text -> text.contains("customers_by_value_minor"));
                    assertThat(values(Topic.QUALITY)).isNotEmpty();
                    assertThat(committed()).isPositive();
                });

        assertThat(log.text()).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("rightsOnTopics")
    void failsAndNamesTheTopicWithoutTheRightTo(int left) throws Exception {
        JobClient job = learn(userWithout(left));

        try {
            assertThatThrownBy(
                            () ->
                                    job.getJobExecutionResult()
                                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasStackTraceContaining("TopicAuthorizationException")
                    .hasStackTraceContaining("[" + user.rights().get(left).resource() + "]");
        } finally {
            end(job);
        }
    }

    /** It learns all the same, but nobody can see from outside how far it is. */
    @ParameterizedTest
    @MethodSource("rightsOnGroups")
    void warnsThatItCannotTellItsProgressWithoutTheRightTo(int left) throws Exception {
        whileLearning(
                userWithout(left),
                () -> {
                    tellOnceMore();
                    assertThat(log.text()).contains("access group: " + LearningJob.GROUP_ID);
                });
    }

    /** Waits until something is so, and leaves no job behind whether it comes to be so or not. */
    private void whileLearning(String name, ThrowingRunnable assertion) throws Exception {
        JobClient job = learn(name);
        try {
            await().atMost(PATIENCE).untilAsserted(assertion);
        } finally {
            end(job);
        }
    }

    private static void end(JobClient job) throws Exception {
        if (!job.getJobExecutionResult().isDone()) {
            TestingJobs.cancel(job);
        }
    }

    List<Integer> rightsOnTopics() {
        return rightsOn(ResourceType.TOPIC);
    }

    List<Integer> rightsOnGroups() {
        return rightsOn(ResourceType.GROUP);
    }

    private List<Integer> rightsOn(ResourceType type) {
        return IntStream.range(0, user.rights().size())
                .filter(right -> user.rights().get(right).type() == type)
                .boxed()
                .toList();
    }

    private static String userWithout(int left) {
        return "learning-" + left;
    }

    private KafkaCluster open() {
        return KafkaCluster.at(broker.open());
    }

    private void tell() throws Exception {
        Path file = directory.resolve("shop.csv");
        TestingShop.write(TestingShop.rows(CUSTOMERS, DAYS), file);
        plain.play(
                TestingLogs.activities(TestingLogs.read(file, Presets.generic())),
                TestingShop.START.plus(Duration.ofDays(DAYS)).toEpochMilli());
        List<TrainingRecord> told = plain.records(Long.MAX_VALUE);
        assertThat(plain.models(told)).isNotEmpty();
        TrainingMessages messages = new TrainingMessages();
        for (TrainingRecord record : told) {
            last = Objects.requireNonNull(messages.encoded(record).value());
            tellOnceMore();
        }
    }

    /** A reader to whom nothing comes looks up from its work every ten seconds only. */
    private void tellOnceMore() {
        records.send(new ProducerRecord<>(TOPICS.name(Topic.TRAINING), last));
    }

    private JobClient learn(String name) throws Exception {
        Assignments assignments =
                Assignments.ofLearning(
                        List.of(
                                "kafka.bootstrap=" + broker.secured(),
                                "kafka.create-topics=false",
                                "kafka.client.security.protocol=SASL_SSL",
                                "kafka.client.sasl.mechanism=SCRAM-SHA-512",
                                "kafka.client.ssl.truststore.type=PEM",
                                "kafka.client.ssl.truststore.location="
                                        + directory.resolve("broker.pem"),
                                "kafka.client.sasl.jaas.config="
                                        + "org.apache.kafka.common.security.scram.ScramLoginModule"
                                        + " required username=\"%s\" password=\"%s\";"
                                                .formatted(name, PASSWORD),
                                "clock.simulated=true",
                                "checkpoint.interval=300ms",
                                "checkpoint.directory=" + directory.resolve(name).toUri(),
                                "flink.restart-strategy.type=none"));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        1, LearningJob.settings(assignments));
        LearningJob.define(env, assignments);
        return env.executeAsync(LearningJob.NAME);
    }

    private List<String> values(Topic topic) {
        return records.all(TOPICS.name(topic)).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** How far the learning job says it has read. */
    private long committed() {
        return Brokers.answer(
                        open(),
                        admin ->
                                admin.listConsumerGroupOffsets(LearningJob.GROUP_ID)
                                        .partitionsToOffsetAndMetadata()
                                        .get())
                .values()
                .stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }
}
