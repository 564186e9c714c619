package holdfast.core.learning;

/**
 * Lets the rows whose outcome nobody has touched stand for those that somebody reached out to.
 *
 * <p>What would have become of a customer without outreach is not seen after it. Those who came
 * back sooner are seen, though, so that the rest alone would make the silent look faithful. So a
 * row that was left alone counts by one over the probability of that, along the customer's
 * snapshots up to the outcome (inverse probability of censoring: Robins and Finkelstein 2000,
 * Biometrics 56, 779). Whom people reach out to is learned from the rows, as everything else.
 *
 * <p>What holds: the counts are right if whom people reach out to depends on nothing but the
 * features, the score and chance, and if some of each kind are left alone, as a holdout is. A
 * mailing to everybody on one day is not like that. Outreach counts while a snapshot is open that
 * was taken before it; without one it is not known.
 */
final class Outreach {

    /** However rare, a row stands for so many at most: one alone must not decide a fit. */
    private static final double STANDS_FOR_MAX = 20;

    private final TrainingRows rows;
    private final Question question;
    private final Exposure exposure;

    private Outreach(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
        this.exposure = Exposure.of(rows, question);
    }

    /** Gives each row the weight that makes up for those that were reached out to. */
    static void weigh(Now now) {
        if (isNobodyReached(now.rows())) {
            return;
        }
        Outreach outreach = new Outreach(now.rows(), now.question());
        outreach.leaveOutThoseReachedBefore();
        OutreachHazard.fit(now, outreach.exposure)
                .ifPresent(hazard -> outreach.weigh(hazard, now.millis()));
    }

    /** Up to when a row tells of the course of nature. */
    static long untouchedUntilMillis(TrainingRows rows, int row) {
        if (rows.isReachedBefore(row) || rows.isSpecial(row)) {
            return rows.timeMillis(row);
        }
        return rows.isReached(row) ? rows.treatedMillis(row) : TrainingRows.NEVER;
    }

    /** The part of a span during which a row tells of the course of nature, 0 to 1. */
    static double untouched(TrainingRows rows, int row, long fromMillis, long toMillis) {
        long untilMillis = Math.min(toMillis, untouchedUntilMillis(rows, row));
        return Math.max(0, untilMillis - fromMillis) / (double) (toMillis - fromMillis);
    }

    private static boolean isNobodyReached(TrainingRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isReached(row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Until it has come back, and for a horizon at most, a customer is not left alone: snapshots
     * after outreach tell as little of nature as those before it.
     */
    private void leaveOutThoseReachedBefore() {
        for (int place = 0; place < rows.size(); place++) {
            for (int before = place - 1; isNear(before, place); before--) {
                if (isReached(exposure.row(before), exposure.row(place))) {
                    rows.setWeight(exposure.row(place), 0);
                }
            }
        }
    }

    /** Whether a place is that of the same customer, near enough to have been reached with it. */
    private boolean isNear(int before, int place) {
        return before >= 0
                && exposure.isSameCustomer(before, place)
                && rows.timeMillis(exposure.row(place)) - rows.timeMillis(exposure.row(before))
                        < 2 * question.horizonMillis();
    }

    private boolean isReached(int before, int row) {
        long atMillis = rows.timeMillis(row);
        return rows.isReached(before)
                && rows.treatedMillis(before) <= atMillis
                && rows.treatedMillis(before) > atMillis - question.horizonMillis()
                && rows.decidedMillis(before) > atMillis;
    }

    private void weigh(OutreachHazard hazard, long nowMillis) {
        for (int place = 0; place < rows.size(); place++) {
            int row = exposure.row(place);
            if (rows.weight(row) > 0 && question.isMature(rows, row, nowMillis)) {
                double logLeftAlone = logLeftAlone(hazard, place);
                rows.setWeight(row, Math.min(STANDS_FOR_MAX, Math.exp(-logLeftAlone)));
            }
        }
    }

    /** The logarithm of the probability that nobody reaches out before the outcome is known. */
    private double logLeftAlone(OutreachHazard hazard, int place) {
        int row = exposure.row(place);
        long untilMillis =
                Math.min(rows.decidedMillis(row), rows.timeMillis(row) + question.horizonMillis());
        double sum = 0;
        for (int next = place;
                next < rows.size()
                        && exposure.isSameCustomer(next, place)
                        && rows.timeMillis(exposure.row(next)) < untilMillis;
                next++) {
            int passed = exposure.row(next);
            sum += exposure.slices(passed, untilMillis) * hazard.logLeftAlone(passed);
        }
        return sum;
    }
}
