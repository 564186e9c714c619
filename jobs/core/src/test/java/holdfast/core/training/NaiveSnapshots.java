package holdfast.core.training;

import holdfast.core.activity.Activity;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.training.TestingLog.Arrival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which snapshots there should be of one customer, by looking at all events again for each grid
 * point.
 *
 * <p>A grid point is looked at when the watermark or an accepted event of the customer reaches it,
 * with the events that came before that: no more, no less, and never again.
 */
final class NaiveSnapshots {

    private static final long STEP = TestingLog.LAPSE.horizonMillis() / 8;
    private static final long FORGET = 2 * TestingLog.CANCEL.activeWithinMillis();

    /** What is to be told of a grid point, and the events from which. */
    record Due(Outcome outcome, long atMillis, List<Activity> known) {}

    private final List<Due> due = new ArrayList<>();
    private final List<Activity> accepted = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private final long phaseMillis;
    private List<Activity> known = new ArrayList<>();
    private long settledMillis = Long.MIN_VALUE;

    /**
     * @param arrivals those of the customer
     */
    NaiveSnapshots(String customerId, List<Arrival> arrivals, long endMillis) {
        phaseMillis = Math.floorMod(Hashes.hash64(customerId), STEP);
        for (Arrival arrival : arrivals) {
            settle(arrival.watermarkMillis());
            if (ids.add(arrival.activity().messageHash())) {
                settle(arrival.activity().timeMillis());
                known.add(arrival.activity());
                accepted.add(arrival.activity());
            }
        }
        settle(endMillis);
    }

    /** The customers of a log. */
    static Set<String> customers(List<Arrival> arrivals) {
        Set<String> ids = new TreeSet<>();
        arrivals.forEach(arrival -> ids.add(arrival.activity().customerId()));
        return ids;
    }

    /** In the order of time and outcome. */
    List<Due> due() {
        return due.stream()
                .sorted(
                        Comparator.comparingLong(Due::atMillis)
                                .thenComparingInt(due -> due.outcome().id()))
                .toList();
    }

    /** What really became of it, from all events however late: 1 for lost. */
    int label(Due of) {
        Outcome outcome = of.outcome();
        boolean decided =
                accepted.stream()
                        .filter(event -> isDecision(outcome, event))
                        .mapToLong(Activity::timeMillis)
                        .anyMatch(
                                millis ->
                                        millis >= of.atMillis()
                                                && millis <= of.atMillis() + horizon(outcome));
        return decided == (outcome.kind() == OutcomeKind.CANCEL) ? 1 : 0;
    }

    private static long horizon(Outcome outcome) {
        return outcome.horizonMillis();
    }

    private static boolean isDecision(Outcome outcome, Activity event) {
        int category = NaiveFeatures.category(event);
        return outcome.kind() == OutcomeKind.CANCEL
                ? outcome.isCancel(category)
                : outcome.isActivity(category);
    }

    private void settle(long untilMillis) {
        if (untilMillis <= settledMillis) {
            return;
        }
        long number = Math.floorDiv(Math.max(settledMillis, 0) - phaseMillis, STEP) + 1;
        for (long at = number * STEP + phaseMillis; at <= untilMillis; at += STEP) {
            forget(at);
            look(TestingLog.LAPSE, at);
            if (Math.floorMod(Math.floorDiv(at - phaseMillis, STEP), 2) == 0) {
                look(TestingLog.CANCEL, at);
            }
        }
        forget(untilMillis);
        settledMillis = untilMillis;
    }

    private void look(Outcome outcome, long atMillis) {
        long lastMillis = Long.MIN_VALUE;
        for (Activity event : known) {
            int category = NaiveFeatures.category(event);
            if (outcome.isCancel(category)) {
                return;
            }
            if (outcome.isActivity(category)) {
                lastMillis = Math.max(lastMillis, event.timeMillis());
            }
        }
        if (lastMillis > Long.MIN_VALUE && atMillis < lastMillis + outcome.activeWithinMillis()) {
            due.add(new Due(outcome, atMillis, List.copyOf(known)));
        }
    }

    private void forget(long atMillis) {
        long lastMillis = known.stream().mapToLong(Activity::timeMillis).max().orElse(atMillis);
        if (atMillis >= lastMillis + FORGET) {
            known = new ArrayList<>();
        }
    }
}
