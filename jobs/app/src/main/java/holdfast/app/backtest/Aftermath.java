package holdfast.app.backtest;

import holdfast.core.playbook.OutcomeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the customers whom alerts were about.
 *
 * @param opened alerts opened after the first cutoff
 * @param judged those whose horizon the log covers
 * @param right of these, how many were followed by the outcome
 * @param byWeek how many opened in each week from the first cutoff on
 */
record Aftermath(int opened, int judged, int right, List<Integer> byWeek) {

    Aftermath {
        byWeek = List.copyOf(byWeek);
    }

    static final long WEEK_MILLIS = 7 * 86_400_000L;

    static Aftermath of(Past past, CustomerEvents events, List<Opening> openings, long fromMillis) {
        Map<String, Integer> numbers = numbers(past);
        int weeks = (int) Math.max(1, (past.endMillis() - fromMillis) / WEEK_MILLIS + 1);
        int[] byWeek = new int[weeks];
        int judged = 0;
        int right = 0;
        for (Opening opening : openings) {
            int week = (int) ((opening.openedAtMillis() - fromMillis) / WEEK_MILLIS);
            byWeek[Math.min(weeks - 1, Math.max(0, week))]++;
            long untilMillis = opening.openedAtMillis() + past.outcome().horizonMillis();
            if (untilMillis <= past.endMillis()) {
                judged++;
                int customer = numbers.getOrDefault(opening.customerId(), -1);
                right += cameTrue(past, events, customer, opening.openedAtMillis()) ? 1 : 0;
            }
        }
        return new Aftermath(
                openings.size(), judged, right, Arrays.stream(byWeek).boxed().toList());
    }

    /** Whether the outcome came true within the horizon after an instant. */
    static boolean cameTrue(Past past, CustomerEvents events, int customer, long atMillis) {
        long untilMillis = atMillis + past.outcome().horizonMillis();
        if (past.outcome().kind() == OutcomeKind.CANCEL) {
            return events.nextCancelMillis(customer, atMillis) <= untilMillis;
        }
        return events.nextActivityMillis(customer, atMillis) > untilMillis;
    }

    /** The number of each customer in the log. */
    static Map<String, Integer> numbers(Past past) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> ids = past.log().customerIds();
        for (int customer = 0; customer < ids.size(); customer++) {
            numbers.put(ids.get(customer), customer);
        }
        return numbers;
    }
}
