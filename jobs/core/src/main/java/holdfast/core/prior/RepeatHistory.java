package holdfast.core.prior;

/**
 * What BG/NBD needs to know of one customer: how often they came back, when last, and for how long
 * they have been known.
 *
 * <p>The fixed convention of Holdfast: {@code repeats} counts distinct active days after the first;
 * the first and the last activity are placed at the start of their day; {@code lastWeeks} and
 * {@code ageWeeks} run from the start of the first day. So two visits on one day are one, and the
 * age still moves continuously while a customer is silent.
 *
 * @param repeats distinct active days after the first, 0 or more
 * @param lastWeeks weeks from the first active day to the last, 0 up to {@code ageWeeks}
 * @param ageWeeks weeks from the first active day to the instant of observation, finite
 */
public record RepeatHistory(long repeats, double lastWeeks, double ageWeeks) {
    public RepeatHistory {
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats must not be negative: " + repeats);
        }
        if (!(lastWeeks >= 0 && lastWeeks <= ageWeeks && ageWeeks < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "0 <= lastWeeks <= ageWeeks must hold: " + lastWeeks + ", " + ageWeeks);
        }
    }
}
