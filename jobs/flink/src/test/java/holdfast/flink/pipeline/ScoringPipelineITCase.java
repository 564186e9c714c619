package holdfast.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.Presets;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.wire.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;

/** Both oracles: the job against the plain engine, and disorder against order. */
class ScoringPipelineITCase {

    private static final Playbook PLAYBOOK = Presets.ecommerce();
    private static final Pattern ALERT =
            Pattern.compile("\"alert_id\":\"(\\w+)\".*\"status\":\"(\\w+)\"");

    @Test
    void jobAndPlainEngineGiveEachCustomerTheSameMessages() throws Exception {
        for (long seed = 1; seed <= scale(); seed++) {
            Script script = new Script(seed);
            List<Activity> activities = script.displaced(script.activities(), 60 * Script.DAY);
            List<Arrival> arrivals = script.arrivals(activities);

            List<String> expected = PlainEngine.lines(PLAYBOOK, arrivals);
            List<String> actual = TestingJob.lines(start(), arrivals, onDisk());

            assertThat(statuses(expected))
                    .as("seed %s tries every kind of message", seed)
                    .contains("OPENED", "RECOVERED", "RETRACTED", "EXPIRED");
            assertSameMessages(seed, byCustomer(actual), byCustomer(expected));
            assertThat(actual).hasSameSizeAs(expected);
        }
    }

    @Test
    void alertsThatStandAreThoseOfTheEventsInOrder() throws Exception {
        long boundMillis =
                PLAYBOOK.policies().stream().mapToLong(Policy::quietForMillis).min().orElseThrow();
        for (long seed = 100; seed < 100 + scale(); seed++) {
            Script script = new Script(seed);
            List<Activity> ordered = script.activities();
            List<Activity> displaced = script.displaced(ordered, boundMillis - 1);

            List<String> expected = PlainEngine.lines(PLAYBOOK, script.arrivals(ordered));
            List<String> actual =
                    TestingJob.lines(start(), script.arrivals(displaced), new Configuration());

            assertThat(standing(expected)).isNotEmpty();
            assertThat(standing(actual)).as("seed %s", seed).isEqualTo(standing(expected));
        }
    }

    /** Compares one by one, for a difference that fits on a screen. */
    private static void assertSameMessages(
            long seed, Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, List<String>> customer : expected.entrySet()) {
            List<String> lines = actual.getOrDefault(customer.getKey(), List.of());
            for (int i = 0; i < Math.min(lines.size(), customer.getValue().size()); i++) {
                assertThat(lines.get(i))
                        .as("seed %s, message %s", seed, i)
                        .isEqualTo(customer.getValue().get(i));
            }
        }
    }

    private static ScoringStart start() {
        return ScoringStart.with(PLAYBOOK.source());
    }

    private static int scale() {
        return Integer.getInteger("holdfast.scale", 1);
    }

    private static Configuration onDisk() {
        return new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    }

    private static Map<String, List<String>> byCustomer(List<String> lines) {
        Map<String, List<String>> byCustomer = new TreeMap<>();
        for (String line : lines) {
            String customer = line.substring(0, line.indexOf('|'));
            byCustomer.computeIfAbsent(customer, key -> new ArrayList<>()).add(line);
        }
        return byCustomer;
    }

    private static Set<String> statuses(List<String> lines) {
        Set<String> statuses = new TreeSet<>();
        for (String line : lines) {
            Matcher alert = ALERT.matcher(line);
            if (line.contains("|ALERT|") && alert.find()) {
                statuses.add(alert.group(2));
            }
        }
        return statuses;
    }

    /** Ids and last statuses of the alerts that were not retracted. */
    private static Map<String, String> standing(List<String> lines) {
        Map<String, String> last = new TreeMap<>();
        for (String line : lines) {
            Matcher alert = ALERT.matcher(line);
            if (line.contains("|ALERT|") && alert.find()) {
                last.put(alert.group(1), alert.group(2));
            }
        }
        last.values().removeIf("RETRACTED"::equals);
        return last;
    }
}
