package holdfast.core.features;

import holdfast.core.customer.CustomerView;
import holdfast.core.engagement.CategoryTally;
import holdfast.core.engagement.Engagement;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engagement.HalfLives;
import holdfast.core.engagement.MoneyTally;
import holdfast.core.engagement.Rhythm;
import holdfast.core.playbook.Outcome;
import holdfast.core.time.Days;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads the features of a customer for one outcome.
 *
 * <p>A pure function of customer, outcome, folding rules, instant and the prior's logit: training
 * and scoring call the same. Every feature is finite for every state. The customer must have a
 * rhythm for the outcome. An instant before the last activity counts as that activity's. Allocates
 * nothing between 1970 and 2100. Immutable, safe to share between threads.
 */
public final class FeatureReader {

    /*
     * Rates come from faded sums: with half-life h, a steady rate q makes a sum of q * h / ln 2 in
     * the long run, so sum * ln 2 * H / h is the rate per horizon. For a newcomer all three sums are
     * equal, so the trends begin positive and settle at 0; tenure tells a score which is which.
     */
    private static final double LN_2 = Math.log(2);
    private static final double LOGIT_MAX = 20;
    private static final int STEPS_PER_HORIZON = 8;
    private static final int WEEK_DAYS = 7;
    private static final int FOUR_WEEKS_DAYS = 28;

    private final Outcome outcome;
    private final HalfLives halfLives;
    private final Days days;
    private final FeatureLayout layout;
    private final boolean[] isActivity = new boolean[Engagement.TALLIES_MAX];

    /**
     * A reader for this outcome of a playbook with these folding rules, into arrays of this layout.
     */
    public FeatureReader(Outcome outcome, FoldRules rules, FeatureLayout layout) {
        this.outcome = outcome;
        this.layout = layout;
        this.halfLives = rules.halfLives();
        this.days = rules.days();
        for (int categoryId : outcome.activityCategories()) {
            isActivity[categoryId] = true;
        }
    }

    /**
     * Reads all features as of now.
     *
     * @param priorLogit the logit of the prior as of now; infinite ones are clipped
     * @param into takes each feature at its position; at least as long as the layout is wide
     */
    public void read(CustomerView customer, long nowMillis, double priorLogit, double[] into) {
        read(customer, nowMillis, priorLogit, into, 0);
    }

    /**
     * Reads what the features would be if the customer were active now, at no price: exact but for
     * the money and the categories, which an activity of unknown amount and kind leaves as they
     * are.
     *
     * @param priorLogit the logit of the prior after such an activity
     */
    public void readIfActive(
            CustomerView customer, long nowMillis, double priorLogit, double[] into) {
        read(customer, nowMillis, priorLogit, into, 1);
    }

    private void read(
            CustomerView customer,
            long nowMillis,
            double priorLogit,
            double[] into,
            int newActivities) {
        Rhythm rhythm =
                Objects.requireNonNull(
                        customer.rhythmOf(outcome.id()), "the customer was never active");
        long atMillis = Math.max(nowMillis, rhythm.lastMillis());
        put(into, Feature.PRIOR_LOGIT, Math.max(-LOGIT_MAX, Math.min(LOGIT_MAX, priorLogit)));
        readRhythm(rhythm, atMillis, into, newActivities > 0);
        readActivity(customer, atMillis, into, newActivities);
        readMoney(customer.money(), atMillis, into);
        if (layout.categories() > 0) {
            readCategories(customer, atMillis, into);
        }
    }

    private void readCategories(CustomerView customer, long atMillis, double[] into) {
        Arrays.fill(into, FeatureCatalogue.size(), layout.width(), 0);
        double total = 0;
        for (int i = 0; i < customer.tallyCount(); i++) {
            total += customer.tallyAt(i).fadedCount(HalfLives.MEDIUM, atMillis, halfLives);
        }
        for (int i = 0; i < customer.tallyCount(); i++) {
            CategoryTally tally = customer.tallyAt(i);
            int place = layout.placeOf(tally.categoryId());
            if (place >= 0) {
                readCategory(tally, place, total, atMillis, into);
            }
        }
    }

    private void readCategory(
            CategoryTally tally, int place, double total, long atMillis, double[] into) {
        double medium = tally.fadedCount(HalfLives.MEDIUM, atMillis, halfLives);
        double usual = rate(tally, HalfLives.LONG, atMillis);
        put(into, place, CategoryFeature.SHARE, share(medium, total));
        put(into, place, CategoryFeature.RECENT, Math.log1p(medium));
        put(into, place, CategoryFeature.USUAL, usual);
        put(into, place, CategoryFeature.TREND, rate(tally, HalfLives.SHORT, atMillis) - usual);
    }

    private double rate(CategoryTally tally, int halfLife, long atMillis) {
        return logRate(tally.fadedCount(halfLife, atMillis, halfLives), halfLife);
    }

    private void put(double[] into, int place, CategoryFeature feature, double value) {
        into[layout.position(place, feature)] = value;
    }

    private void readRhythm(Rhythm rhythm, long atMillis, double[] into, boolean activeNow) {
        double horizonMillis = outcome.horizonMillis();
        long silentDays = Math.max(0, days.dayOf(atMillis) - days.dayOf(rhythm.lastMillis()));
        int anotherDay = activeNow && silentDays > 0 ? 1 : 0;
        double tenureMillis = (double) atMillis - rhythm.firstMillis();
        double silentMillis = activeNow ? 0 : (double) atMillis - rhythm.lastMillis();
        int activeDays = rhythm.activeDays() + anotherDay;
        double gapMillis = (tenureMillis - silentMillis + horizonMillis) / activeDays;
        put(into, Feature.RECENCY, Math.log1p(STEPS_PER_HORIZON * silentMillis / horizonMillis));
        put(into, Feature.RELATIVE_RECENCY, Math.log1p(silentMillis / gapMillis));
        put(into, Feature.TENURE, Math.log1p(STEPS_PER_HORIZON * tenureMillis / horizonMillis));
        put(into, Feature.ACTIVE_DAYS, Math.log1p(activeDays));
        put(
                into,
                Feature.DAY_RATE,
                Math.log1p(activeDays * horizonMillis / (tenureMillis + horizonMillis)));
        int last7 = activeDaysOfLast(WEEK_DAYS, rhythm, silentDays) + anotherDay;
        int last28 = activeDaysOfLast(FOUR_WEEKS_DAYS, rhythm, silentDays) + anotherDay;
        int last128 = activeDaysOfLast(Rhythm.WINDOW_DAYS, rhythm, silentDays) + anotherDay;
        put(into, Feature.ACTIVE_DAYS_7, Math.log1p(last7));
        put(into, Feature.ACTIVE_DAYS_28, Math.log1p(last28));
        put(into, Feature.ACTIVE_DAYS_128, Math.log1p(last128));
    }

    private void readActivity(
            CustomerView customer, long atMillis, double[] into, int newActivities) {
        double shortSum = newActivities;
        double mediumSum = newActivities;
        double longSum = newActivities;
        double otherSum = 0;
        for (int i = 0; i < customer.tallyCount(); i++) {
            CategoryTally tally = customer.tallyAt(i);
            double medium = tally.fadedCount(HalfLives.MEDIUM, atMillis, halfLives);
            if (isActivity[tally.categoryId()]) {
                shortSum += tally.fadedCount(HalfLives.SHORT, atMillis, halfLives);
                mediumSum += medium;
                longSum += tally.fadedCount(HalfLives.LONG, atMillis, halfLives);
            } else {
                otherSum += medium;
            }
        }
        put(into, Feature.ACTIVITY_SHORT, Math.log1p(shortSum));
        put(into, Feature.ACTIVITY_MEDIUM, Math.log1p(mediumSum));
        put(into, Feature.ACTIVITY_LONG, Math.log1p(longSum));
        double mediumRate = logRate(mediumSum, HalfLives.MEDIUM);
        put(into, Feature.TREND_SHORT, logRate(shortSum, HalfLives.SHORT) - mediumRate);
        put(into, Feature.TREND_LONG, mediumRate - logRate(longSum, HalfLives.LONG));
        put(into, Feature.OTHER_SHARE, share(otherSum, otherSum + mediumSum));
    }

    private void readMoney(MoneyTally money, long atMillis, double[] into) {
        put(
                into,
                Feature.VALUE,
                Math.log1p(money.fadedNetMinor(HalfLives.LONG, atMillis, halfLives)));
        put(
                into,
                Feature.REFUND_SHARE,
                share((double) money.refundMinor(), (double) money.revenueMinor()));
    }

    /** Active days among so many that end today. */
    private static int activeDaysOfLast(int count, Rhythm rhythm, long silentDays) {
        return silentDays >= count ? 0 : rhythm.activeDaysOfLast(count - (int) silentDays);
    }

    private double logRate(double sum, int halfLife) {
        return Math.log1p(sum * LN_2 * outcome.horizonMillis() / halfLives.millis(halfLife));
    }

    /** At most 1; 0 of nothing. */
    private static double share(double part, double whole) {
        return part <= 0 ? 0 : Math.min(1, part / Math.max(whole, part));
    }

    private static void put(double[] into, Feature feature, double value) {
        into[feature.position()] = value;
    }
}
