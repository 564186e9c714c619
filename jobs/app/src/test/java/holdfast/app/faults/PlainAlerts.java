package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.tail.AlertMessage;
import holdfast.core.activity.Activity;
import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The oracle: what the plain engine says about a log, each alert message as one line. */
public final class PlainAlerts implements Decisions {

    private final List<String> lines = new ArrayList<>();

    private PlainAlerts() {}

    /** All messages about what customers did up to an instant, sorted. */
    static List<String> of(Iterable<Activity> activities, Playbook playbook, long untilMillis) {
        return of(activities, Guidance.of(playbook, Settings.defaults()), untilMillis);
    }

    /** The same under other guidance. */
    public static List<String> of(
            Iterable<Activity> activities, Guidance guidance, long untilMillis) {
        PlainAlerts alerts = new PlainAlerts();
        Replay replay = new Replay(guidance, alerts);
        activities.forEach(replay::accept);
        replay.settle(untilMillis);
        return alerts.lines.stream().sorted().toList();
    }

    /** Fails unless the same messages were written, each once. */
    public static void assertSame(List<String> expected, List<String> written) {
        assertThat(written).doesNotHaveDuplicates();
        Set<String> missing = new TreeSet<>(expected);
        written.forEach(missing::remove);
        Set<String> excess = new TreeSet<>(written);
        expected.forEach(excess::remove);
        assertThat(missing).as("missing; in excess are " + excess).isEmpty();
        assertThat(excess).as("in excess").isEmpty();
    }

    /** The same of messages that a job wrote, sorted; one written twice is there twice. */
    public static List<String> of(List<AlertMessage> messages) {
        return messages.stream().map(PlainAlerts::line).sorted().toList();
    }

    @Override
    public void alert(Alert alert) {
        lines.add(
                line(
                        alert.alertId(),
                        Integer.toString(alert.sequence()),
                        alert.status().name(),
                        alert.trigger().name(),
                        alert.customerId(),
                        Instant.ofEpochMilli(alert.occurredAtMillis()).toString(),
                        Instant.ofEpochMilli(alert.openedAtMillis()).toString()));
    }

    @Override
    public void score(ScoreReport report) {}

    @Override
    public void held(Policy policy, HoldReason reason) {}

    @Override
    public void forgotten(String customerId) {}

    private static String line(AlertMessage alert) {
        return line(
                alert.text("alert_id"),
                alert.text("sequence"),
                alert.text("status"),
                alert.text("trigger"),
                alert.text("customer_id"),
                Instant.parse(alert.text("occurred_at")).toString(),
                Instant.parse(alert.text("opened_at")).toString());
    }

    private static String line(String... fields) {
        return String.join(" ", Arrays.asList(fields));
    }
}
