package holdfast.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.core.metrics.ChurnMetric;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Running jobs, watched by a real Prometheus with the shipped rules in {@link FastMotion}: one is
 * well, in each of the others one thing is broken.
 */
@Tag("ops")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringKafkaITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NAME =
            Pattern.compile("\\b(?:churn|flink)_\\w+|\\b\\w+:churn_\\w+:\\w+");
    private static final int SHOPS = 4;
    private static final String ALERTING = "sum by (namespace) (churn_alerts_total) > 0";
    private static final int REFUSED_EVERY = 4;
    private static final int REFUSED_SELDOM = 50;

    private final TestingStreet street;
    private final TestingPrometheus prometheus;

    MonitoringKafkaITCase(@TempDir Path directory) throws Exception {
        street = TestingStreet.open(directory, "well", "stopped", "poisoned", "stalled");
        prometheus = street.prometheus();
    }

    /** Waits until every shop is busy by the rules' own measure, and nothing fires. */
    @BeforeAll
    void awaitQuiet() {
        String busy = FastMotion.of("sum by (topic) (rate(churn_events_total[6h])) > 0.5");
        await("busy topics, and alerts")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(prometheus.samples(busy)).hasSizeGreaterThanOrEqualTo(SHOPS);
                            assertThat(prometheus.samples(ALERTING)).hasSize(SHOPS);
                            assertThat(prometheus.firing()).isEmpty();
                        });
    }

    @AfterAll
    void close() throws Exception {
        street.close();
    }

    @Test
    void dashboardsAndRulesNameOnlyWhatTheJobShows() throws Exception {
        Set<String> named = new TreeSet<>();
        List<Shipped.Query> queries = new ArrayList<>(Shipped.queries());
        queries.addAll(Shipped.marks());
        queries.forEach(query -> named.addAll(names(query.expression())));
        Shipped.rules().forEach(rule -> named.addAll(names(rule.text("expr"))));

        assertThat(named).hasSizeGreaterThan(20);
        named.removeIf(name -> name.startsWith(ChurnMetric.LEARNING_PREFIX));
        assertThat(prometheus.names()).containsAll(named);
    }

    @Test
    void everyQueryOfTheDashboardsIsAnsweredWithFiniteFigures() {
        for (Shipped.Query query : Shipped.queries()) {
            if (query.expression().contains(ChurnMetric.LEARNING_PREFIX)) {
                continue; // no lesson is due in seconds
            }
            await(query.place())
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertFinite(query.of("well", TestingPrometheus.JOB)));
        }
    }

    @Test
    void whatIsBrokenFiresItsRuleAndNoOther() throws Exception {
        TestingShop stopped = street.shop("stopped");
        TestingShop poisoned = street.shop("poisoned");
        TestingShop stalled = street.shop("stalled");
        Set<String> expected =
                Set.of(
                        "HoldfastEventsStopped in stopped " + stopped.clickstream(),
                        "HoldfastDeadLetterShareHigh in poisoned " + poisoned.clickstream(),
                        "HoldfastCheckpointsStalled in stalled");

        stopped.clicks(false);
        poisoned.poison(REFUSED_EVERY);
        stalled.breakCheckpoints();
        awaitFiring(expected, expected);

        stopped.clicks(true);
        poisoned.poison(REFUSED_SELDOM);
        stalled.mendCheckpoints();
        awaitFiring(Set.of(), expected);
    }

    /** Waits until these rules fire; others than those allowed never do meanwhile. */
    private void awaitFiring(Set<String> awaited, Set<String> allowed) {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(allowed).containsAll(prometheus.firing()))
                .untilAsserted(() -> assertThat(prometheus.firing()).isEqualTo(awaited));
    }

    private void assertFinite(String query) throws Exception {
        assertThat(prometheus.samples(query))
                .as(query)
                .isNotEmpty()
                .extracting(TestingPrometheus::value)
                .allMatch(value -> Double.isFinite(value));
    }

    private static Set<String> names(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(expression).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
