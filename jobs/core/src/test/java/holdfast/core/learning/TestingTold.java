package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingRows.HORIZON;
import static holdfast.core.learning.TestingRows.NO_CATEGORIES;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.FlagPlaybook;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What an engine would tell of customers who come back by chance, each at a rate of their own.
 *
 * <p>A quarter visit about daily, the rest about every ten days, in their first two days always.
 */
final class TestingTold {

    static final long START = 1_600_000_000_000L / DAY * DAY;
    static final int DAYS = 40;
    static final Playbook PLAYBOOK =
            new FlagPlaybook(HORIZON, 40 * DAY, List.of(), Optional.empty()).playbook();
    static final FeatureLayout LAYOUT = FeatureLayout.of(PLAYBOOK);

    private static final double OFTEN = 0.7;
    private static final double SELDOM = 0.08;

    private final boolean[] visits = new boolean[DAYS];

    /**
     * The visits of a customer.
     *
     * @param newSelfEachHorizon whether the rate is drawn anew at the start of each horizon
     */
    TestingTold(long customer, boolean newSelfEachHorizon) {
        Random random = new Random(customer);
        random.nextLong();
        double rate = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day == 0 || (newSelfEachHorizon && day % Question.SLICES == 0)) {
                rate = random.nextInt(4) == 0 ? OFTEN : SELDOM;
            }
            visits[day] = day < 2 || random.nextDouble() < rate;
        }
    }

    static Learner learner() {
        return new Learner(PLAYBOOK.primaryOutcome(), PLAYBOOK);
    }

    /** The end of a day, at which snapshots are taken. */
    static long endOf(int day) {
        return START + (day + 1) * DAY;
    }

    /** The records of one customer, in order, from a day to before another. */
    List<TrainingRecord> told(long customer, int from, int to) {
        List<TrainingRecord> told = new ArrayList<>();
        for (int day = from; day < to; day++) {
            if (visits[day] && day > 0) {
                told.add(TrainingRecord.decided(customer, 1, START + day * DAY + DAY / 2));
            }
            told.add(TrainingRecord.snapshot(customer, 1, endOf(day), snapshot(day)));
        }
        return told;
    }

    /** How the customer stands at the end of a day. */
    Snapshot snapshot(int day) {
        int last = day;
        while (!visits[last]) {
            last--;
        }
        int active = 0;
        double faded = 0;
        for (int before = 0; before <= day; before++) {
            active += visits[before] ? 1 : 0;
            faded = faded * 0.8 + (visits[before] ? 1 : 0);
        }
        double[] features = new double[LAYOUT.width()];
        features[Feature.PRIOR_LOGIT.position()] = 0.1 * (day - last) - 0.5;
        features[Feature.RECENCY.position()] = Math.log1p(day - last);
        features[Feature.TENURE.position()] = Math.log1p(day + 1.0);
        features[Feature.ACTIVITY_MEDIUM.position()] = Math.log1p(faded);
        int[] categories = LAYOUT.categories() == 0 ? NO_CATEGORIES : LAYOUT.categoryIds();
        Snapshot.Span span =
                new Snapshot.Span(START + DAY / 2, START + last * DAY + DAY / 2, active);
        return new Snapshot(span, 100, categories, features);
    }

    /** Whether no visit comes within the horizon after the end of a day. */
    boolean isLost(int day) {
        for (int after = day + 1; after <= day + Question.SLICES; after++) {
            if (visits[after]) {
                return false;
            }
        }
        return true;
    }
}
