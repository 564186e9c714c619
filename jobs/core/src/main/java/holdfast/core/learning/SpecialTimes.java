package holdfast.core.learning;

import holdfast.core.playbook.Calendar;
import holdfast.core.playbook.SpecialDays;
import holdfast.core.time.Days;
import java.util.List;

/**
 * When customers behave as they never do else, as the playbook's calendar says.
 *
 * <p>What came of a snapshot whose horizon meets such a time tells nothing of other times. It is
 * left out as a whole once its horizon has passed: to keep those alone who came back before would
 * make everybody look faithful. Immutable.
 */
final class SpecialTimes {

    private final List<Span> spans;

    private record Span(long fromMillis, long untilMillis) {}

    private SpecialTimes(List<Span> spans) {
        this.spans = spans;
    }

    static SpecialTimes of(Calendar calendar, Days days) {
        return new SpecialTimes(calendar.days().stream().map(each -> span(each, days)).toList());
    }

    private static Span span(SpecialDays special, Days days) {
        return new Span(
                days.startOfDay(special.from().toEpochDay()),
                days.startOfDay(special.until().toEpochDay() + 1));
    }

    /** Marks the rows that are mature by now and whose horizon met a special time. */
    void leaveOut(TrainingRows rows, Question question, long nowMillis) {
        if (spans.isEmpty()) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            long fromMillis = rows.timeMillis(row);
            if (question.isMature(rows, row, nowMillis)
                    && meets(fromMillis, fromMillis + question.horizonMillis())) {
                rows.leaveOut(row);
            }
        }
    }

    private boolean meets(long afterMillis, long untilMillis) {
        for (Span span : spans) {
            if (span.fromMillis() <= untilMillis && span.untilMillis() > afterMillis) {
                return true;
            }
        }
        return false;
    }
}
