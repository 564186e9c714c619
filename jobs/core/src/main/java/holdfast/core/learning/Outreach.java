package holdfast.core.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

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
 * features, the score and chance, and if some of each kind are left alone, as a holdout is.
 */
final class Outreach {

    /** However rare, a row stands for so many at most: one alone must not decide a fit. */
    private static final double STANDS_FOR_MAX = 20;

    private final TrainingRows rows;
    private final Question question;
    private final int[] order;

    private Outreach(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
        this.order =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingLong(rows::customerKey)
                                        .thenComparingLong(rows::timeMillis))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** Gives each row the weight that makes up for those that were reached out to. */
    static void weigh(Now now) {
        TrainingRows rows = now.rows();
        if (IntStream.range(0, rows.size())
                .noneMatch(row -> rows.isTreated(row) && !rows.isSpecial(row))) {
            return;
        }
        Outreach outreach = new Outreach(rows, now.question());
        outreach.leaveOutThoseReachedBefore();
        OutreachHazard.fit(now).ifPresent(hazard -> outreach.weigh(hazard, now.millis()));
    }

    /**
     * Until it has come back, and for a horizon at most, a customer is not left alone: snapshots
     * after outreach tell as little of nature as those before it.
     */
    private void leaveOutThoseReachedBefore() {
        for (int place = 0; place < order.length; place++) {
            for (int before = place - 1; isEarlier(before, place); before--) {
                if (isReached(order[before], order[place])) {
                    rows.setWeight(order[place], 0);
                }
            }
        }
    }

    /** Whether a place is that of the same customer, near enough to have been reached with it. */
    private boolean isEarlier(int before, int place) {
        return before >= 0
                && rows.customerKey(order[before]) == rows.customerKey(order[place])
                && rows.timeMillis(order[place]) - rows.timeMillis(order[before])
                        < 2 * question.horizonMillis();
    }

    private boolean isReached(int before, int row) {
        long atMillis = rows.timeMillis(row);
        return rows.isTreated(before)
                && !rows.isSpecial(before)
                && rows.treatedMillis(before) <= atMillis
                && rows.treatedMillis(before) > atMillis - question.horizonMillis()
                && rows.decidedMillis(before) > atMillis;
    }

    private void weigh(OutreachHazard hazard, long nowMillis) {
        for (int place = 0; place < order.length; place++) {
            int row = order[place];
            if (rows.weight(row) > 0 && question.isMature(rows, row, nowMillis)) {
                double logLeftAlone = logLeftAlone(hazard, place);
                rows.setWeight(row, Math.min(STANDS_FOR_MAX, Math.exp(-logLeftAlone)));
            }
        }
    }

    /** The logarithm of the probability that nobody reaches out before the outcome is known. */
    private double logLeftAlone(OutreachHazard hazard, int place) {
        int row = order[place];
        long untilMillis =
                Math.min(rows.decidedMillis(row), rows.timeMillis(row) + question.horizonMillis());
        double sum = 0;
        for (int next = place;
                next < order.length
                        && rows.customerKey(order[next]) == rows.customerKey(row)
                        && rows.timeMillis(order[next]) < untilMillis;
                next++) {
            double slices =
                    (untilMillis - rows.timeMillis(order[next])) / (double) question.sliceMillis();
            sum += Math.min(1, slices) * hazard.logLeftAlone(order[next]);
        }
        return sum;
    }
}
