package holdfast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.cli.Holdfast;
import holdfast.app.tail.AlertMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoKafkaITCase {

    private static final Pattern COUNT = Pattern.compile("\"(\\w+)\": (\\d+)");
    private static final List<String> FATES =
            List.of("scored", "late", "duplicates", "unidentified", "erased", "dead_lettered");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsEveryAlertAndASummaryThatAddsUp() {
        int code = run("demo", "--seconds", "12", "--customers", "400", "--json");

        assertThat(code).as(err.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        Map<String, Long> summary = counts(lines.get(lines.size() - 1));
        List<AlertMessage> alerts = alerts(lines.subList(0, lines.size() - 1));
        assertThat(FATES.stream().mapToLong(fate -> summary.getOrDefault(fate, 0L)).sum())
                .isEqualTo(summary.get("produced"));
        assertThat(summary.get("scored")).isGreaterThan(10_000);
        assertThat(List.of("duplicates", "unidentified", "dead_lettered"))
                .allSatisfy(fate -> assertThat(summary.get(fate)).as(fate).isPositive());
        for (String status : List.of("opened", "escalated", "recovered", "retracted", "expired")) {
            assertThat(alerts)
                    .as(status)
                    .filteredOn(alert -> alert.text("status").equalsIgnoreCase(status))
                    .hasSize(Math.toIntExact(summary.getOrDefault(status, -1L)));
        }
        assertThat(summary.get("silence")).isEqualTo(summary.get("opened"));
        assertThat(alerts).anySatisfy(DemoKafkaITCase::isOpenedBySilence);
        assertThat(alerts)
                .extracting(alert -> alert.text("alert_id") + "." + alert.text("sequence"))
                .doesNotHaveDuplicates();
        assertThat(alerts).extracting(alert -> alert.text("status")).contains("RECOVERED");
    }

    private static void isOpenedBySilence(AlertMessage alert) {
        assertThat(alert.text("status")).isEqualTo("OPENED");
        assertThat(alert.text("trigger")).isEqualTo("SILENCE");
        assertThat(alert.number("sequence")).isOne();
        assertThat(alert.text("customer_id")).startsWith("c-");
        assertThat(alert.number("probability")).isBetween(0.6, 1.0);
        assertThat(alert.number("value_at_risk")).isPositive();
        assertThat(alert.number("percentile")).isBetween(0.0, 100.0);
        assertThat(alert.text("model_version")).isEqualTo("demo-history");
    }

    private int run(String... arguments) {
        return Holdfast.run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private static List<AlertMessage> alerts(List<String> lines) {
        JsonFactory json = new JsonFactory();
        List<AlertMessage> alerts = new ArrayList<>();
        for (String line : lines) {
            alerts.add(
                    AlertMessage.read(json, line.getBytes(StandardCharsets.UTF_8)).orElseThrow());
        }
        return alerts;
    }

    private static Map<String, Long> counts(String summary) {
        assertThat(summary).startsWith("{\"summary\": {\"produced\": ").endsWith("}}}");
        Map<String, Long> counts = new HashMap<>();
        Matcher count = COUNT.matcher(summary);
        while (count.find()) {
            counts.put(count.group(1), Long.parseLong(count.group(2)));
        }
        return counts;
    }
}
