package holdfast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter written = new StringWriter();

    @Test
    void showsTheMostValuableAlertAndCountsTheOthers() {
        Screen screen = new Screen(new PrintWriter(written), false);
        screen.alert(opened("c-00001", 20));
        screen.alert(opened("c-00002", 500));
        screen.alert(opened("c-00003", 100));

        screen.progress(progress());

        assertThat(written.toString())
                .contains("c-00002")
                .doesNotContain("c-00001", "c-00003")
                .contains("2 not shown");
    }

    @Test
    void writesOverOneLineOnATerminalAndPlainLinesElsewhere() {
        Screen plain = new Screen(new PrintWriter(written), false);
        plain.progress(progress());
        assertThat(written.toString()).doesNotContain("\u001b", "\r").endsWith("\n");

        StringWriter shown = new StringWriter();
        Screen terminal = new Screen(new PrintWriter(shown), true);
        terminal.progress(progress());
        terminal.progress(progress());
        assertThat(shown.toString()).contains("\r\u001b[K").doesNotContain("\n");
    }

    @Test
    void showsTheFiguresThatAreServed() {
        String served =
                """
                churn_accounted_events{fate="scored",operator="Score churn"} 180.0
                churn_accounted_events{fate="late",operator="Score churn"} 5.0
                churn_accounted_events{fate="unidentified",operator="Check arrivals"} 8.0
                churn_accounted_events{fate="dead_lettered",operator="Check arrivals"} 6.0
                churn_accounted_events{fate="dead_lettered",operator="Score churn"} 1.0
                churn_alerts_total{status="opened",subtask="0",trigger="silence"} 31.0
                churn_alerts_total{status="opened",subtask="1",trigger="event"} 6.0
                churn_alerts_total{status="recovered",subtask="0",trigger="silence"} 4.0
                """;

        new Screen(new PrintWriter(written), false)
                .progress(new Progress(41, 1_820, JobFigures.read(served)));

        assertThat(written.toString())
                .contains("alerts 37 opened, 4 recovered")
                .contains("late 2.5 %", "unidentified 4 %", "dead letters 7");
    }

    private static Progress progress() {
        return new Progress(
                41,
                1_820,
                new JobFigures(
                        Map.of(Fate.SCORED, 94L, Fate.LATE, 6L),
                        Map.of(AlertStatus.OPENED, 37L),
                        Map.of(),
                        Map.of(),
                        Double.NaN));
    }

    private static byte[] opened(String customer, int valueAtRisk) {
        return ("{\"status\":\"OPENED\",\"customer_id\":\"%s\",\"probability\":0.7,"
                        + "\"value_at_risk\":%d,\"currency\":\"EUR\",\"text\":\"silent\"}")
                .formatted(customer, valueAtRisk)
                .getBytes(StandardCharsets.UTF_8);
    }
}
