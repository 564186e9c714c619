package holdfast.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.kafka.TopicFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String CLICKS = "clickstream.events.v1";
    private static final String SCORES = "churn.scores.v1";
    private static final String TRAINING = "churn.training.v1";
    private static final String MODELS = "churn.models.v1";
    private static final String TICKS = "churn.ticks.v1";

    @Test
    void findsNothingWrongWithAHealthyDeployment() {
        assertThat(new TestingFacts().complaints()).isEmpty();
    }

    @Test
    void missesATopicAndSaysWhatCreatesIt() {
        complaint(new TestingFacts().without(SCORES))
                .startsWith("fail topics missing: churn.scores.v1 -> ")
                .endsWith("./holdfast topics apply --bootstrap kafka:9093");
    }

    @Test
    void seesWhatItsUserMayNotDo() {
        complaint(new TestingFacts().allow(CLICKS, AclOperation.DESCRIBE))
                .startsWith("fail access the user may not read " + CLICKS)
                .contains("kafka-acls.sh", "--operation Read");
        complaint(new TestingFacts().allow(SCORES, AclOperation.READ))
                .startsWith("fail access the user may not write " + SCORES);
        complaint(new TestingFacts().hide(CLICKS)).startsWith("fail access");
        assertThat(new TestingFacts().allow(CLICKS, AclOperation.READ).complaints()).isEmpty();
    }

    @Test
    void seesWhatTheLearningJobsUserMayNotDo() {
        complaint(new TestingFacts().allowLearner(TRAINING, AclOperation.WRITE))
                .startsWith("fail learning the learning job's user may not read " + TRAINING)
                .contains("kafka-acls.sh", "--operation Read");
        complaint(new TestingFacts().allowLearner(MODELS, AclOperation.READ))
                .startsWith("fail learning the learning job's user may not write " + MODELS);
        TopicFacts hidden = new TopicFacts(MODELS, 0, 0, Map.of(), Set.of());
        complaint(new TestingFacts().learner(new Facts.Learner(Map.of(MODELS, hidden), "")))
                .startsWith("fail learning the learning job's user may not write " + MODELS);
        complaint(new TestingFacts().learner(new Facts.Learner(Map.of(), "no such user")))
                .startsWith("fail learning the learning job's user cannot ask: no such user");
    }

    @Test
    void wantsNoMoreOfTheLearningJobsUserThanItsJobNeeds() {
        TestingFacts learner = new TestingFacts().allowLearner(TRAINING, AclOperation.READ);

        assertThat(learner.complaints()).isEmpty();
        assertThat(learner.checks()).contains("learning");
        assertThat(new TestingFacts().allowLearner(CLICKS, AclOperation.DESCRIBE).complaints())
                .isEmpty();
        assertThat(new TestingFacts().checks()).doesNotContain("learning");
    }

    @Test
    void needsOneOrderOfTicksAndWorkForEveryReader() {
        complaint(new TestingFacts().partitions(TICKS, 3))
                .startsWith("fail partitions churn.ticks.v1 has 3 and needs 1");
        complaint(new TestingFacts().parallelism(8))
                .startsWith("warn partitions at most 4 of 8 readers");
        assertThat(new TestingFacts().partitions(CLICKS, 12).complaints()).isEmpty();
    }

    @Test
    void wantsScoresCompactedAndNothingElse() {
        complaint(new TestingFacts().set(SCORES, "cleanup.policy", "delete"))
                .startsWith("fail cleanup churn.scores.v1 is not compacted");
        complaint(new TestingFacts().set("churn.models.v1", "cleanup.policy", "compact"))
                .startsWith("fail cleanup churn.models.v1 is compacted");
        complaint(new TestingFacts().set(CLICKS, "cleanup.policy", "compact,delete"))
                .contains(CLICKS + " is compacted");
        assertThat(
                        new TestingFacts()
                                .set("profile.customers.v1", "cleanup.policy", "compact")
                                .complaints())
                .isEmpty();
    }

    @Test
    void wantsRecordsToOutlastAnOutage() {
        complaint(new TestingFacts().set(CLICKS, "retention.ms", "3600000"))
                .startsWith("fail retention clickstream.events.v1 keeps records for 1h")
                .contains("retention.ms=604800000");
        complaint(new TestingFacts().set("retention.alerts.v1", "retention.ms", "172800000"))
                .startsWith("warn retention retention.alerts.v1 keeps records for 2d");
        complaint(new TestingFacts().set("churn.models.v1", "retention.ms", "604800000"))
                .startsWith(
                        "fail retention churn.models.v1 keeps records for 1w and must for ever");
        assertThat(new TestingFacts().set(CLICKS, "retention.ms", "-1").complaints()).isEmpty();
    }

    @Test
    void wantsTimesThatTheFutureCanBeMeasuredBy() {
        complaint(new TestingFacts().set(TICKS, "message.timestamp.type", "CreateTime"))
                .startsWith("fail timestamps churn.ticks.v1 has CreateTime");
        String unlimited = Long.toString(Long.MAX_VALUE);
        complaint(new TestingFacts().set(CLICKS, "message.timestamp.after.max.ms", unlimited))
                .startsWith("warn timestamps clickstream.events.v1 may bear any time");
        complaint(
                        new TestingFacts("clock.simulated=true")
                                .set(CLICKS, "message.timestamp.type", "LogAppendTime"))
                .startsWith("fail timestamps")
                .contains("--simulated");
    }

    @Test
    void wantsEveryRecordToFitIntoADeadLetter() {
        complaint(new TestingFacts().set(CLICKS, "max.message.bytes", "9437184"))
                .startsWith("fail size clickstream.events.v1 takes records of 9437184 bytes");
    }

    @Test
    void wantsMoreThanOneCopy() {
        complaint(new TestingFacts().replicas(SCORES, 1)).startsWith("warn copies churn.scores.v1");
        complaint(new TestingFacts().set(SCORES, "min.insync.replicas", "4"))
                .startsWith("fail copies churn.scores.v1 has 3 copies and takes no record below 4");
        complaint(new TestingFacts().set(SCORES, "min.insync.replicas", "1"))
                .startsWith("warn copies churn.scores.v1 acknowledges");
        complaint(new TestingFacts().brokers(1)).startsWith("warn copies one broker");
    }

    @Test
    void measuresTransactionsByTheBrokersLimitAndTheCheckpoints() {
        String exactly = "output.delivery=exactly-once";
        String timeout = "kafka.client.transaction.timeout.ms=";

        assertThat(new TestingFacts(exactly).complaints()).isEmpty();
        complaint(new TestingFacts(exactly, timeout + 3_600_000))
                .startsWith("fail transactions the job asks for a timeout of 1h")
                .contains("allows 15m", "transaction.timeout.ms=900000");
        complaint(new TestingFacts(exactly, timeout + 15_000))
                .startsWith("fail transactions a timeout of 15s does not outlast two checkpoints");
        assertThat(new TestingFacts(timeout + 3_600_000).complaints()).isEmpty();
    }

    @Test
    void seesTimeStandStill() {
        long now = TestingFacts.NOW;

        complaint(new TestingFacts().ticks(new Facts.Ticks(0, 0, 0, now)))
                .startsWith("warn ticks there is none");
        complaint(new TestingFacts().ticks(new Facts.Ticks(now - 60_000, now - 60_000, 0, now)))
                .startsWith("fail ticks the newest is 1m old");
        assertThat(
                        new TestingFacts("clock.simulated=true")
                                .ticks(new Facts.Ticks(0, 0, 0, now))
                                .complaints())
                .isEmpty();
    }

    @Test
    void comparesClocks() {
        long now = TestingFacts.NOW;

        complaint(new TestingFacts().ticks(new Facts.Ticks(now + 9_000, now + 9_000, now, now + 1)))
                .startsWith("warn clock the clock of this host is 9s behind the broker's");
        complaint(new TestingFacts().ticks(new Facts.Ticks(now, now + 5_000, now + 20, now + 30)))
                .startsWith("warn clock the clock of the host that writes ticks is 5s ahead of");
    }

    @Test
    void saysWhatOfTheNewestRecordsCannotBeUsed() {
        assertThat(
                        new TestingFacts()
                                .sample(new Facts.Sample(CLICKS, 100, 20, Map.of(), ""))
                                .complaints())
                .isEmpty();
        complaint(new TestingFacts().sample(new Facts.Sample(CLICKS, 100, 60, Map.of(), "")))
                .startsWith(
                        "warn records clickstream.events.v1: of the newest 100 records 60 name");
        Map<String, Integer> refused = Map.of("BAD_TIME", 2, "BROKEN_JSON", 7);
        complaint(new TestingFacts().sample(new Facts.Sample(CLICKS, 100, 0, refused, "")))
                .contains("9 cannot be used: BROKEN_JSON (7), BAD_TIME (2)")
                .startsWith("warn");
        complaint(new TestingFacts().sample(new Facts.Sample(CLICKS, 10, 0, refused, "")))
                .startsWith("fail records")
                .contains("./holdfast map check");
    }

    @Test
    void seesDeadLettersCome() {
        Map<String, Integer> reasons = Map.of("NO_TIME", 12);

        complaint(new TestingFacts().letters(new Facts.DeadLetters("x.dlq.v1", 1_200, reasons)))
                .startsWith("warn dead-letters x.dlq.v1: 1,200 in the last hour")
                .contains("NO_TIME (12)");
        assertThat(
                        new TestingFacts()
                                .letters(new Facts.DeadLetters("x.dlq.v1", 0, reasons))
                                .complaints())
                .isEmpty();
    }

    @Test
    void warnsOfEventsInTheClearAndOfSecretsInTheJobsGraph() {
        complaint(new TestingFacts("kafka.client.security.protocol=SASL_PLAINTEXT"))
                .startsWith("warn transport SASL_PLAINTEXT");
        complaint(new TestingFacts("kafka.client.ssl.truststore.password=hunter2"))
                .startsWith("warn secrets ssl.truststore.password holds a secret in the clear")
                .doesNotContain("hunter2");
        assertThat(
                        new TestingFacts("kafka.client.ssl.truststore.password=${env:SECRET}")
                                .complaints())
                .isEmpty();
    }

    @Test
    void asksTheRegistryOnlyWhereThereIsOne() {
        String url = "registry.url=http://registry:8081";

        assertThat(new TestingFacts(url).complaints()).isEmpty();
        complaint(new TestingFacts(url).registryProblem("connection refused"))
                .startsWith("fail registry no use of it at http://registry:8081: connection");
    }

    @Test
    void addsUpWhatItFound() {
        Report report =
                new Report(
                        List.of(
                                Finding.ok("broker", "here"),
                                Finding.fail("topics", "missing: a", "create it")));

        assertThat(report.failed()).isTrue();
        assertThat(report.text())
                .isEqualTo(
                        """
                        ok    broker        here
                        fail  topics        missing: a  ->  create it
                        1 ok, 0 to watch, 1 to mend
                        """);
        assertThat(report.json()).contains("\"fail\" : 1", "\"fix\" : \"create it\"");
    }

    @Test
    void saysTheSameOfSeveralTopicsOnce() {
        List<Finding> findings =
                List.of(
                        Finding.warn("copies", "a.v1 is kept once", "raise a.v1").about("a.v1"),
                        Finding.ok("records", "all can be used"),
                        Finding.warn("copies", "b.v1 is kept once", "raise b.v1").about("b.v1"));

        assertThat(new Report(findings).text())
                .isEqualTo(
                        """
                        warn  copies        a.v1, b.v1 is kept once  ->  for topic in a.v1 b.v1; do raise $topic; done
                        ok    records       all can be used
                        1 ok, 2 to watch, 0 to mend
                        """);
    }

    @Test
    void callsNothingWellWhereThereIsNothing() {
        assertThat(new TestingFacts().withoutAny().checks())
                .containsExactly("broker", "transactions", "transport", "topics");
    }

    private static AbstractStringAssert<?> complaint(TestingFacts facts) {
        assertThat(facts.complaints()).hasSize(1);
        return assertThat(facts.complaints().get(0));
    }
}
