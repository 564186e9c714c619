package holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.DelayBuckets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChurnReporterTest {

    private static final String FIRST = "{operator=\"Score churn\",subtask=\"0\"";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ChurnReporter reporter = new ChurnReporter();

    @BeforeEach
    void open() {
        reporter.open(settings("0"));
    }

    @AfterEach
    void close() {
        reporter.close();
    }

    @Test
    void flinkFindsItExactlyOnce() {
        assertThat(ServiceLoader.load(MetricReporterFactory.class))
                .filteredOn(factory -> factory instanceof ChurnReporterFactory)
                .hasSize(1);
    }

    @Test
    void servesACounterWithItsTotalHelpAndLabels() throws Exception {
        add(counted(7), "churn_events_total", 1, "topic", "a.v1", "fate", "late");

        assertThat(page())
                .contains("# HELP churn_events_total " + ChurnMetric.EVENTS.help() + "\n")
                .contains("# TYPE churn_events_total counter\n")
                .contains(
                        "churn_events_total{fate=\"late\",operator=\"Score churn\",subtask=\"1\","
                                + "topic=\"a.v1\"} 7.0\n");
    }

    @Test
    void servesGaugesAndLeavesOutWhatIsNoNumberNow() throws Exception {
        add((Gauge<Long>) () -> 12L, "churn_customers", 0);
        add((Gauge<Double>) () -> Double.NaN, "churn_watermark_lag_seconds", 0);

        assertThat(page())
                .contains("# TYPE churn_customers gauge\n", "churn_customers" + FIRST + "} 12.0\n")
                .doesNotContain("churn_watermark_lag_seconds");
    }

    @Test
    void putsAHistogramTogetherFromItsBuckets() throws Exception {
        for (int bucket = 0; bucket < DelayBuckets.COUNT; bucket++) {
            add(
                    counted(bucket == 0 ? 3 : bucket == 4 ? 2 : bucket == 17 ? 1 : 0),
                    "churn_event_delay_seconds_bucket",
                    0,
                    "le",
                    DelayBuckets.text(bucket));
        }
        add((Gauge<Double>) () -> 4_000.5, "churn_event_delay_seconds_sum", 0);

        assertThat(page())
                .contains(
                        "# TYPE churn_event_delay_seconds histogram\n",
                        "churn_event_delay_seconds_bucket" + FIRST + ",le=\"0.005\"} 3\n",
                        "churn_event_delay_seconds_bucket" + FIRST + ",le=\"0.05\"} 3\n",
                        "churn_event_delay_seconds_bucket" + FIRST + ",le=\"0.1\"} 5\n",
                        "churn_event_delay_seconds_bucket" + FIRST + ",le=\"3600.0\"} 5\n",
                        "churn_event_delay_seconds_bucket" + FIRST + ",le=\"+Inf\"} 6\n",
                        "churn_event_delay_seconds_count" + FIRST + "} 6\n",
                        "churn_event_delay_seconds_sum" + FIRST + "} 4000.5\n");
    }

    @Test
    void saysInLabelsWhatAnInfoSaysNow() throws Exception {
        Map<String, String> words = Map.of("playbook", "mine", "version", "3", "secret", "x");
        add((Gauge<List<Map<String, String>>>) () -> List.of(words), "churn_playbook_info", 0);

        assertThat(page())
                .contains("# TYPE churn_playbook_info gauge\n")
                .contains("churn_playbook_info{operator=\"Score churn\",playbook=\"mine\",")
                .contains("subtask=\"0\",version=\"3\"} 1\n")
                .doesNotContain("secret");
    }

    @Test
    void speaksOpenMetricsWhenAsked() throws Exception {
        add(counted(1), "churn_scores_total", 0);
        HttpResponse<String> answer = ask("application/openmetrics-text; version=1.0.0");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/openmetrics-text");
        assertThat(answer.body())
                .contains("# TYPE churn_scores counter\n", "churn_scores_total" + FIRST + "} 1.0")
                .endsWith("# EOF\n");
    }

    @Test
    void servesOnlyWhatTheCatalogueLists() throws Exception {
        add(counted(1), "churn_rumours_total", 0);
        add(counted(1), "numRecordsIn", 0);
        add(counted(1), "churn_event_delay_seconds", 0);
        add(counted(1), "churn_event_delay_seconds_bucket", 0, "le", "7");
        add(counted(1), "churn_scores_total", 0, "customer", "ada");

        assertThat(page())
                .contains("churn_scores_total" + FIRST + "} 1.0\n")
                .doesNotContain("rumours", "numRecordsIn", "ada", "event_delay", "0c1a");
    }

    @Test
    void aMetricThatThrowsCostsNoOther() throws Exception {
        Gauge<Long> broken =
                () -> {
                    throw new IllegalStateException("closed");
                };
        add(broken, "churn_customers", 0);
        add(counted(1), "churn_scores_total", 0);

        assertThat(page()).contains("churn_scores_total").doesNotContain("churn_customers");
    }

    @Test
    void seriesGoWithTheirTaskUnlessAnotherHasTakenItsPlace() throws Exception {
        Counter before = counted(5);
        Counter after = counted(1);
        add(before, "churn_scores_total", 0);
        add(after, "churn_scores_total", 0);
        reporter.notifyOfRemovedMetric(before, "churn_scores_total", TestingGroup.of(0));
        assertThat(page()).contains("churn_scores_total" + FIRST + "} 1.0\n");

        reporter.notifyOfRemovedMetric(after, "churn_scores_total", TestingGroup.of(0));
        assertThat(page()).doesNotContain("churn_scores_total");
    }

    @Test
    void takesTheNextPortOfARangeAndGoesWithoutWhenThereIsNone() {
        int taken = reporter.port();
        ChurnReporter next = new ChurnReporter();
        next.open(settings(taken + "-" + (taken + 20)));
        assertThat(next.port()).isBetween(taken + 1, taken + 20);
        next.close();

        for (String ports : List.of(Integer.toString(taken), "somewhere", "9-3", "70000")) {
            ChurnReporter mute = new ChurnReporter();
            mute.open(settings(ports));
            assertThat(mute.port()).as(ports).isZero();
            mute.notifyOfAddedMetric(counted(1), "churn_scores_total", TestingGroup.of(0));
            mute.close();
        }
    }

    private void add(Metric metric, String name, int subtask, String... labels) {
        reporter.notifyOfAddedMetric(metric, name, TestingGroup.of(subtask, labels));
    }

    private String page() throws Exception {
        return ask("text/plain").body();
    }

    private HttpResponse<String> ask(String format) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + reporter.port() + "/metrics");
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", format).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Counter counted(long count) {
        Counter counter = new SimpleCounter();
        counter.inc(count);
        return counter;
    }

    private static MetricConfig settings(String port) {
        MetricConfig settings = new MetricConfig();
        settings.setProperty(ChurnReporter.PORT, port);
        settings.setProperty(ChurnReporter.HOST, "127.0.0.1");
        return settings;
    }
}
