package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingTold.LAYOUT;
import static holdfast.core.learning.TestingTold.START;

import holdfast.core.features.Feature;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Customers of whom somebody calls those who have been silent for long, unless they are held out.
 *
 * <p>Each visits at a rate of its own until it leaves. Of those called a part is back on the day
 * after, and is a customer as before: what follows a visit does not depend on who called for it.
 */
final class TestingReach {

    static final int DAYS = 48;
    static final int SILENT_DAYS = 4;

    private static final double LEAVES_A_DAY = 0.03;

    private final long customer;
    private final boolean isCalled;
    private final double effect;
    private final double rate;

    /**
     * One customer.
     *
     * @param isCalled whether anybody calls
     * @param effect the share of calls that bring somebody back
     */
    TestingReach(long customer, boolean isCalled, double effect) {
        this.customer = customer;
        this.isCalled = isCalled;
        this.effect = effect;
        this.rate = 0.1 + 0.5 * new Random(customer).nextDouble();
    }

    /** Told of every day: visit and call at any time of it, snapshot at its end. */
    List<TrainingRecord> told() {
        List<TrainingRecord> told = new ArrayList<>();
        Random nature = new Random(31 * customer + 1);
        Random calls = new Random(31 * customer + 2);
        Standing standing = new Standing(0, 1, 1);
        boolean isDue = false;
        boolean comesBack = false;
        boolean isGone = false;
        for (int day = 0; day < DAYS; day++) {
            isGone = (isGone && !comesBack) || nature.nextDouble() < LEAVES_A_DAY;
            boolean visits = (nature.nextDouble() < rate && !isGone) || comesBack;
            long visitMillis = START + day * DAY + (long) (DAY * nature.nextDouble());
            long callMillis = START + day * DAY + (long) (DAY * calls.nextDouble());
            boolean isReached = isDue && !(visits && visitMillis < callMillis);
            comesBack = false;
            if (isReached) {
                told.add(TrainingRecord.treated(customer, callMillis));
                comesBack = calls.nextDouble() < effect;
            }
            standing = standing.after(day, visits && day > 0);
            if (visits && day > 0) {
                told.add(TrainingRecord.decided(customer, 1, visitMillis));
            }
            told.add(snapshot(day, standing));
            // called once in a silence, on the day after it has become long
            isDue = isCalled && day - standing.lastDay() == SILENT_DAYS;
        }
        return told;
    }

    private record Standing(int lastDay, int activeDays, double faded) {

        Standing after(int day, boolean visits) {
            double left = faded * 0.8;
            return visits
                    ? new Standing(day, activeDays + 1, left + 1)
                    : new Standing(lastDay, activeDays, left);
        }
    }

    private TrainingRecord snapshot(int day, Standing standing) {
        int last = standing.lastDay();
        double[] features = new double[LAYOUT.width()];
        double silence = (day - last) * rate;
        features[Feature.PRIOR_LOGIT.position()] = silence - 1;
        features[Feature.RECENCY.position()] = Math.log1p(day - last);
        features[Feature.RELATIVE_RECENCY.position()] = Math.log1p(silence);
        features[Feature.ACTIVE_DAYS.position()] = Math.log1p(standing.activeDays());
        features[Feature.ACTIVITY_MEDIUM.position()] = Math.log1p(standing.faded());
        Snapshot.Span span =
                new Snapshot.Span(
                        START + DAY / 2, START + last * DAY + DAY / 2, standing.activeDays());
        return TrainingRecord.snapshot(
                customer,
                1,
                TestingTold.endOf(day),
                new Snapshot(span, 100, LAYOUT.categoryIds(), features));
    }
}
