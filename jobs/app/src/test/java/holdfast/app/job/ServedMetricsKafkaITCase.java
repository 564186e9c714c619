package holdfast.app.job;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a running job serves is what the catalogue lists, whatever befalls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedMetricsKafkaITCase {

    private static final long DAY = 86_400_000L;
    private static final int POISON_KINDS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Set<String> HISTOGRAM_PARTS = Set.of("_bucket", "_sum", "_count");

    private final long nowMillis = System.currentTimeMillis();
    private final Topics topics = new Topics("served.", 2, false);
    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final TestingRecords records = new TestingRecords(KafkaCluster.at(broker.bootstrap()));
    private final TestingMetrics metrics = new TestingMetrics();

    private Set<String> seriesAtFirst = Set.of();
    private List<ServedSample> served = List.of();
    private String page = "";
    private int produced;

    @BeforeAll
    void runAJobThroughEverything(@TempDir Path checkpoints) throws Exception {
        JobClient job = start(checkpoints);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> metrics.writtenUpToMillis() > 0); // every task has begun
        seriesAtFirst = series(ServedSample.all(metrics.page()));
        sendOneOfEach();
        sendPoison();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(accounted()).isEqualTo(produced));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> accounted() > 0 && sum("churn_alerts_total", "status", "opened") > 0);
        page = metrics.page();
        served = ServedSample.all(page);
        TestingJobs.cancel(job);
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    void everyMetricOfTheCatalogueIsServedAsItsTypeAndNoOther() {
        Map<String, String> types = new TreeMap<>();
        TYPE.matcher(page).results().forEach(type -> types.put(type.group(1), type.group(2)));
        Map<String, String> listed = new TreeMap<>();
        for (ChurnMetric metric : ChurnMetric.values()) {
            if (metric.isOfLearning()) {
                continue;
            }
            boolean says = metric.type() == ChurnMetric.Type.INFO;
            String type = metric.type().name().toLowerCase(Locale.ROOT);
            listed.put(metric.metricName(), says ? "gauge" : type);
            assertThat(page).contains("# HELP " + metric.metricName() + " " + metric.help());
        }

        assertThat(types).isEqualTo(listed);
        assertThat(served).isNotEmpty().allSatisfy(sample -> assertThat(sample.name()).is(known()));
    }

    @Test
    void everyLabelIsListedAndNoneHasAWordThatIsNot() {
        for (ServedSample sample : served) {
            ChurnMetric metric = metricOf(sample);
            Map<String, MetricLabel> listed = new TreeMap<>();
            listed.put("operator", MetricLabel.OPERATOR);
            listed.put("subtask", MetricLabel.SUBTASK);
            metric.labels().forEach(label -> listed.put(label.key(), label));
            assertThat(sample.without("le").keySet()).as(sample.name()).isEqualTo(listed.keySet());
            listed.forEach(
                    (key, label) -> {
                        String text = sample.labels().getOrDefault(key, "");
                        assertThat(label.words().isEmpty() || label.words().contains(text))
                                .as("%s=%s", key, text)
                                .isTrue();
                    });
        }
    }

    @Test
    void bucketsAddUpToTheCount() {
        Map<String, List<ServedSample>> histograms =
                served.stream()
                        .filter(sample -> sample.name().endsWith("_bucket"))
                        .collect(
                                groupingBy(
                                        bucket ->
                                                bucket.name().replace("_bucket", "_count")
                                                        + bucket.without("le")));
        assertThat(histograms).hasSize(2 * 4); // two tasks, three triggers and the events
        histograms.forEach(
                (countOf, buckets) -> {
                    double[] counts = buckets.stream().mapToDouble(ServedSample::value).toArray();
                    assertThat(counts).isSorted();
                    assertThat(served)
                            .filteredOn(sample -> sample.series().equals(countOf))
                            .singleElement()
                            .extracting(ServedSample::value)
                            .isEqualTo(counts[counts.length - 1]);
                });
        assertThat(sum("churn_event_delay_seconds_count")).isPositive();
        assertThat(sum("churn_alert_delay_seconds_count", "trigger", "silence")).isPositive();
    }

    @Test
    void whatHappenedIsCountedUnderItsName() {
        assertThat(sum("churn_events_total")).isEqualTo(produced);
        assertThat(sum("churn_events_total", "fate", "duplicate")).isEqualTo(1);
        assertThat(sum("churn_events_total", "fate", "unidentified")).isEqualTo(1);
        assertThat(sum("churn_events_total", "fate", "erased")).isEqualTo(1);
        assertThat(sum("churn_events_total", "fate", "dead_lettered"))
                .isEqualTo(sum("churn_dead_letters_total"))
                .isEqualTo(POISON_KINDS + 3);
        assertThat(sum("churn_dead_letters_total", "reason", "negative_amount")).isEqualTo(1);
        assertThat(sum("churn_dead_letters_total", "topic", topics.name(Topic.PLAYBOOKS)))
                .isEqualTo(1);
        assertThat(sum("churn_publications_total", "result", "refused")).isEqualTo(1);
        assertThat(sum("churn_scores_total")).isPositive();
        assertThat(sum("churn_customers")).isGreaterThan(1);
        assertThat(sum("churn_state_bytes")).isGreaterThan(100);
        assertThat(sum("churn_tick_lag_seconds")).isBetween(0.0, 30.0);
        assertThat(sum("churn_watermark_lag_seconds")).isBetween(0.0, 300.0);
        assertThat(sum("churn_playbook_info", "playbook", "generic")).isEqualTo(1);
        assertThat(sum("churn_model_info", "outcome", "lapse")).isEqualTo(1);
        assertThat(served)
                .filteredOn(sample -> sample.name().equals("churn_build_info"))
                .singleElement()
                .satisfies(build -> assertThat(build.labels().get("version")).matches("\\d+\\..*"));
    }

    @Test
    void neitherCustomersNorPoisonAddSeries() {
        assertThat(series(served)).containsExactlyInAnyOrderElementsOf(seriesAtFirst);
    }

    private JobClient start(Path checkpoints) throws Exception {
        Assignments assignments =
                Assignments.read(
                        List.of(
                                "kafka.bootstrap=" + broker.bootstrap(),
                                "kafka.topic-prefix=" + topics.prefix(),
                                "kafka.partitions=2",
                                "clock.idleness=500ms",
                                "clock.settle=1s",
                                "clock.tick-interval=200ms",
                                "start.live-from=2020-01-01T00:00:00Z",
                                "start.warm-up=1ms",
                                "checkpoint.directory=" + checkpoints.toUri()));
        Configuration flink = ScoringJob.settings(assignments);
        metrics.configure(flink);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, flink);
        ScoringJob.define(env, assignments);
        return env.executeAsync(ScoringJob.NAME);
    }

    private void sendOneOfEach() {
        for (int day = 80; day > 60; day--) {
            event("ada", nowMillis - day * DAY, "ada-" + day);
        }
        event("ada", nowMillis - 61 * DAY, "ada-61");
        event("", nowMillis, "nobody");
        send(Topic.CONTROL, "eve", "{\"action\":\"ERASE\",\"customer_id\":\"eve\"}");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(accounted()).isEqualTo(produced));
        event("eve", nowMillis - DAY, "eve");
        send(Topic.CLICKSTREAM, "x", "{broken");
        send(Topic.TRANSACTIONS, "ada", json("ada", nowMillis, "", "\"total\":-12.50"));
        send(Topic.PLAYBOOKS, "p", "playbook: [");
    }

    private void sendPoison() {
        for (int kind = 0; kind < POISON_KINDS; kind++) {
            send(Topic.SERVICE, "x" + kind, "{\"kind" + kind + "\":");
            if (kind % 10 == 0) {
                event("customer-" + kind, nowMillis - DAY, "");
            }
        }
    }

    private void event(String customer, long timeMillis, String messageId) {
        send(Topic.CLICKSTREAM, customer, json(customer, timeMillis, messageId, ""));
    }

    private void send(Topic topic, String key, String value) {
        records.send(topics.name(topic), key, nowMillis, value);
        produced++;
    }

    private double accounted() throws Exception {
        served = ServedSample.all(metrics.page());
        return sum("churn_accounted_events");
    }

    private double sum(String name) {
        return served.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToDouble(ServedSample::value)
                .sum();
    }

    private double sum(String name, String label, String text) {
        return served.stream()
                .filter(sample -> sample.name().equals(name) && sample.bears(label, text))
                .mapToDouble(ServedSample::value)
                .sum();
    }

    private static Set<String> series(List<ServedSample> samples) {
        Set<String> series = new HashSet<>();
        samples.forEach(sample -> series.add(sample.series()));
        return new TreeSet<>(series);
    }

    private static Condition<String> known() {
        return new Condition<>(
                name -> ChurnMetric.named(family(name)).isPresent(), "in the catalogue");
    }

    private static ChurnMetric metricOf(ServedSample sample) {
        return ChurnMetric.named(family(sample.name())).orElseThrow();
    }

    private static String family(String name) {
        for (String part : HISTOGRAM_PARTS) {
            if (name.endsWith("_seconds" + part)) {
                return name.substring(0, name.length() - part.length());
            }
        }
        return name;
    }

    private static String json(
            String customer, long timeMillis, String messageId, String properties) {
        return "{\"type\":\"track\"%s,\"event\":\"%s\",\"timestamp\":%s%s%s}"
                .formatted(
                        customer.isEmpty() ? "" : ",\"userId\":\"" + customer + "\"",
                        "Product Viewed",
                        timeMillis,
                        messageId.isEmpty() ? "" : ",\"messageId\":\"" + messageId + "\"",
                        properties.isEmpty() ? "" : ",\"properties\":{" + properties + "}");
    }
}
