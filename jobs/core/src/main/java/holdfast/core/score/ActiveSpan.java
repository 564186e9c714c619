package holdfast.core.score;

import holdfast.core.engagement.Rhythm;
import holdfast.core.prior.RepeatHistory;
import holdfast.core.time.Days;
import holdfast.core.training.Snapshot;

/**
 * A rhythm in the prior's terms: weeks from the start of the first active day.
 *
 * <p>The same for fitting and for scoring. See {@link RepeatHistory} for the convention. Allocates
 * nothing but the history that is asked for.
 */
public record ActiveSpan(Days days) {

    private static final double WEEK_MILLIS = 7.0 * Days.DAY_MILLIS;

    /** Distinct active days after the first. */
    public long repeats(Rhythm rhythm) {
        return rhythm.activeDays() - 1L;
    }

    /** Weeks from the start of the first active day to the start of the last. */
    public double lastWeeks(Rhythm rhythm) {
        return (dayStart(rhythm.lastMillis()) - dayStart(rhythm.firstMillis())) / WEEK_MILLIS;
    }

    /**
     * Weeks from the start of the first active day to now; now before the last activity counts as
     * then.
     */
    public double ageWeeks(Rhythm rhythm, long nowMillis) {
        return (Math.max(nowMillis, rhythm.lastMillis()) - dayStart(rhythm.firstMillis()))
                / WEEK_MILLIS;
    }

    /** All three, as of now. */
    public RepeatHistory history(Rhythm rhythm, long nowMillis) {
        return new RepeatHistory(repeats(rhythm), lastWeeks(rhythm), ageWeeks(rhythm, nowMillis));
    }

    /** All three of a customer whose activity is known from a snapshot, as of an instant. */
    public RepeatHistory history(Snapshot.Span active, long nowMillis) {
        double startMillis = dayStart(active.firstMillis());
        return new RepeatHistory(
                active.activeDays() - 1L,
                (dayStart(active.lastMillis()) - startMillis) / WEEK_MILLIS,
                (Math.max(nowMillis, active.lastMillis()) - startMillis) / WEEK_MILLIS);
    }

    private long dayStart(long millis) {
        return days.startOfDay(days.dayOf(millis));
    }
}
