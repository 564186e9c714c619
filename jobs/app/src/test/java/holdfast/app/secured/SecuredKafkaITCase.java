package holdfast.app.secured;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.TestingLog;
import holdfast.app.cli.Holdfast;
import holdfast.app.job.JobArguments;
import holdfast.app.job.ScoringJob;
import holdfast.app.job.TestingJobs;
import holdfast.app.job.TestingRest;
import holdfast.app.kafka.Brokers;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.TestingPorts;
import holdfast.app.quickstart.TestingSecuredBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each program works with the rights it needs and no others, and none says its password. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredKafkaITCase {

    private static final String PASSWORD = "pw-7fd1c0a9e2";
    private static final String PREFIX = "safe.";
    private static final String TAUGHT = "safe.taught.";
    private static final long DAY = 86_400_000;
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    private final Topics topics = new Topics(PREFIX, 1, true);
    private final StringWriter said = new StringWriter();
    private final StringWriter last = new StringWriter();
    private Path directory;
    private TestingSecuredBroker broker;
    private TestingLog log;

    @BeforeAll
    void startBroker(@TempDir Path temporary) throws Exception {
        directory = temporary;
        log = TestingLog.start("holdfast", "org.apache.kafka.clients");
        TestingKeys keys = TestingKeys.make(directory, "broker", "changeit");
        broker =
                TestingSecuredBroker.start(
                        directory.resolve("broker"),
                        keys.keystore(),
                        "changeit",
                        List.of(
                                "[name=operator,password=" + PASSWORD + "]",
                                "[name=scoring,password=" + PASSWORD + "]",
                                "[name=stranger,password=" + PASSWORD + "]"));
        Files.writeString(directory.resolve("secrets"), "password=" + PASSWORD + "\n");
        grant("operator", ResourceType.TOPIC, PREFIX, AclOperation.ALL);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
        log.close();
    }

    @Test
    void aJobWithNoMoreThanItsRightsScoresOverTls() throws Exception {
        assertThat(
                        run(
                                "operator",
                                "topics",
                                "apply",
                                "--prefix",
                                PREFIX,
                                "--partitions",
                                "1",
                                "--simulated"))
                .as(said.toString())
                .isZero();
        grantTheJobItsRights();
        playEvents();
        TestingRest rest = new TestingRest(TestingPorts.free());

        JobClient job = score(rest);
        int tailed = run("operator", "tail", "--prefix", PREFIX, "--from-beginning", "--max", "1");
        String pages = rest.pages();
        int examined =
                run("scoring", "doctor", "--prefix", PREFIX, "--set", "clock.simulated=true");
        TestingJobs.cancel(job);

        assertThat(tailed).as(said.toString()).isZero();
        assertThat(examined).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains(
                        "21 created", "OPENED", "ada", "the user may do what the scoring job does")
                .contains("transport     SASL_SSL")
                .doesNotContain(PASSWORD);
        assertThat(pages).contains("Write scores and alerts").doesNotContain(PASSWORD);
        assertThat(log.text()).contains("holdfast").doesNotContain(PASSWORD);
    }

    @Test
    void aStrangerIsToldWhatToBeGranted() throws IOException {
        assertThat(run("stranger", "doctor", "--prefix", "other.")).isEqualTo(1);
        assertThat(said.toString())
                .contains("fail  access        the user may not read other.clickstream.events.v1")
                .contains("kafka-acls.sh", "--operation Read")
                .doesNotContain(PASSWORD);
    }

    @Test
    void theLearningJobsUserIsToldWhatToBeGrantedToo() throws IOException {
        Files.writeString(directory.resolve("wrong"), "password=pw-wrong-31415\n");
        Path learner = settings("stranger", "secrets", "broker.pem");
        Path unknown = settings("stranger", "wrong", "broker.pem");

        run("operator", "topics", "apply", "--prefix", TAUGHT, "--partitions", "1");
        run("operator", "doctor", "--prefix", TAUGHT, "--learning-kafka-config", "" + learner);
        assertThat(last.toString())
                .contains("the user may do what the scoring job does")
                .contains(
                        "fail  learning      the learning job's user may not read safe.taught.churn.")
                .contains("the learning job's user may not write safe.taught.churn.")
                .doesNotContain("safe.taught.churn.scores.v1  ->");
        run("operator", "doctor", "--prefix", TAUGHT, "--learning-kafka-config", "" + unknown);
        assertThat(last.toString())
                .contains(
                        "fail  learning      the learning job's user cannot ask: cannot work with")
                .contains("it refuses the user or the password")
                .doesNotContain("pw-wrong");
    }

    @Test
    void aWrongPasswordIsOneClearLine() throws IOException {
        Files.writeString(directory.resolve("wrong"), "password=pw-wrong-31415\n");

        for (String command : List.of("tail", "why ada", "topics plan", "score")) {
            assertThat(run(settings("operator", "wrong", "broker.pem"), command)).isEqualTo(1);
            assertThat(lines())
                    .as(command)
                    .singleElement()
                    .asString()
                    .startsWith("holdfast: cannot work with Kafka at " + broker.secured())
                    .contains("it refuses the user or the password")
                    .doesNotContain("pw-wrong");
        }
    }

    @Test
    void anUntrustedCertificateIsOneClearLine() throws Exception {
        TestingKeys.make(directory, "another", "changeit");

        for (String command : List.of("tail", "topics plan", "score")) {
            assertThat(run(settings("operator", "secrets", "another.pem"), command)).isEqualTo(1);
            assertThat(lines())
                    .as(command)
                    .singleElement()
                    .asString()
                    .contains("the TLS handshake failed", "ssl.truststore.location")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void aSecretThatIsNotThereIsNamed() throws IOException {
        assertThat(run(settings("operator", "missing", "broker.pem"), "tail")).isEqualTo(2);
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("sasl.jaas.config refers to ${file:", "no readable file");
    }

    private JobClient score(TestingRest rest) throws Exception {
        Assignments assignments =
                CommandLine.populateCommand(
                                new JobArguments(),
                                "--bootstrap",
                                broker.secured(),
                                "--prefix",
                                PREFIX,
                                "--kafka-config",
                                settings("scoring", "secrets", "broker.pem").toString(),
                                "--set",
                                "kafka.group-id=safe.holdfast-scoring",
                                "--set",
                                "clock.simulated=true",
                                "--set",
                                "clock.settle=1s",
                                "--set",
                                "kafka.create-topics=false")
                        .assignments();
        Configuration flink = ScoringJob.settings(assignments);
        rest.configure(flink);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, flink);
        ScoringJob.define(env, assignments);
        return env.executeAsync(ScoringJob.NAME);
    }

    private void playEvents() {
        try (TestingRecords records = new TestingRecords(KafkaCluster.at(broker.open()))) {
            for (int day = 0; day < 100; day++) {
                long timeMillis = START + day * DAY;
                if (day < 20) {
                    String visit = "{\"userId\":\"ada\",\"event\":\"Visit\",\"timestamp\":%d}";
                    records.send(
                            topics.name(Topic.CLICKSTREAM),
                            "ada",
                            timeMillis,
                            visit.formatted(timeMillis));
                }
                records.send(Tick.produced(topics.name(Topic.TICKS), timeMillis, day, DAY));
            }
        }
    }

    private void grantTheJobItsRights() throws IOException {
        StrimziUser user = StrimziUser.named("holdfast-scoring");
        List<StrimziUser.Right> rights =
                user.rights().stream().map(right -> right.under(PREFIX)).toList();
        StrimziUser.grant(KafkaCluster.at(broker.open()), "scoring", rights);
        for (WantedTopic topic : topics.wanted()) {
            grant("scoring", ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE_CONFIGS);
        }
    }

    private void grant(String user, ResourceType type, String prefix, AclOperation operation) {
        AclBinding rule =
                new AclBinding(
                        new ResourcePattern(type, prefix, PatternType.PREFIXED),
                        new AccessControlEntry(
                                "User:" + user, "*", operation, AclPermissionType.ALLOW));
        Brokers.answer(
                KafkaCluster.at(broker.open()),
                admin -> admin.createAcls(List.of(rule)).all().get());
    }

    /** The properties that SECURITY.md shows, with the test's own user and files. */
    private Path settings(String user, String secrets, String trusted) throws IOException {
        String documented = Files.readString(Path.of("../../SECURITY.md"));
        String block = documented.split("```properties\n", 2)[1].split("```", 2)[0];
        return Files.writeString(
                directory.resolve(user + "-" + secrets + "-" + trusted),
                block.replace("\"scoring\"", "\"" + user + "\"")
                        .replace(
                                "/etc/holdfast/secrets.properties",
                                directory.resolve(secrets).toString())
                        .replace("/etc/holdfast/ca.pem", directory.resolve(trusted).toString()));
    }

    private int run(String user, String... words) throws IOException {
        return run(settings(user, "secrets", "broker.pem"), String.join(" ", words));
    }

    private int run(Path settings, String command) {
        last.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--bootstrap", broker.secured(), "--kafka-config", "" + settings));
        PrintWriter screen = new PrintWriter(last, true);
        int code = Holdfast.run(words.toArray(String[]::new), screen, screen);
        said.append(last.toString());
        return code;
    }

    /** What the last program said, but for where its pages would be. */
    private List<String> lines() {
        return last.toString().lines().filter(line -> !line.contains("http://localhost")).toList();
    }
}
