package holdfast.core.training;

import holdfast.core.activity.Activity;
import holdfast.core.features.Feature;
import holdfast.core.playbook.Outcome;
import holdfast.core.prior.BgNbd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The features of a customer straight from raw events, as the catalogue words them. */
final class NaiveFeatures {

    static final int[] CATEGORIES = {0, 1, 2, 3, 4};

    private static final double H = TestingLog.LAPSE.horizonMillis();
    private static final double SHORT = H / 4;
    private static final double MEDIUM = H;
    private static final double LONG = 4 * H;
    private static final double WEEK = 7.0 * TestingLog.DAY;

    private final Outcome outcome;
    private final List<Activity> events;
    private final List<Activity> active;
    private final long atMillis;
    private final Set<Long> daysAgo = new HashSet<>();

    NaiveFeatures(Outcome outcome, List<Activity> events, long atMillis) {
        this.outcome = outcome;
        this.events = events;
        this.active = events.stream().filter(e -> outcome.isActivity(category(e))).toList();
        this.atMillis = atMillis;
        LocalDate today = day(atMillis);
        for (Activity event : active) {
            daysAgo.add(ChronoUnit.DAYS.between(day(event.timeMillis()), today));
        }
    }

    static int category(Activity event) {
        return switch (event.name()) {
            case "buy" -> 1;
            case "refund" -> 2;
            case "view" -> 3;
            case "cancel" -> 4;
            default -> 0;
        };
    }

    double of(Feature feature) {
        double horizon = outcome.horizonMillis();
        double silent = atMillis - lastMillis();
        double tenure = atMillis - firstMillis();
        double gap = (tenure - silent + horizon) / days(Integer.MAX_VALUE);
        return switch (feature) {
            case PRIOR_LOGIT -> throw new IllegalArgumentException("see priorProbability");
            case RECENCY -> Math.log(1 + 8 * silent / horizon);
            case RELATIVE_RECENCY -> Math.log(1 + silent / gap);
            case TENURE -> Math.log(1 + 8 * tenure / horizon);
            case ACTIVE_DAYS -> Math.log(1 + days(Integer.MAX_VALUE));
            case DAY_RATE -> Math.log(1 + days(Integer.MAX_VALUE) * horizon / (tenure + horizon));
            case ACTIVE_DAYS_7 -> Math.log(1 + days(7));
            case ACTIVE_DAYS_28 -> Math.log(1 + days(28));
            case ACTIVE_DAYS_128 -> Math.log(1 + days(128));
            case ACTIVITY_SHORT -> Math.log(1 + faded(active, SHORT));
            case ACTIVITY_MEDIUM -> Math.log(1 + faded(active, MEDIUM));
            case ACTIVITY_LONG -> Math.log(1 + faded(active, LONG));
            case TREND_SHORT -> logRate(active, SHORT) - logRate(active, MEDIUM);
            case TREND_LONG -> logRate(active, MEDIUM) - logRate(active, LONG);
            case OTHER_SHARE -> 1 - faded(active, MEDIUM) / faded(events, MEDIUM);
            case VALUE -> Math.log(1 + fadedMoney());
            case REFUND_SHARE -> {
                double paid = money(1, e -> 1) + money(0, e -> 1);
                double back = money(2, e -> 1);
                yield back == 0 ? 0 : Math.min(1, back / paid);
            }
        };
    }

    /** The four features of a category. */
    double[] ofCategory(int categoryId) {
        List<Activity> ofIt = events.stream().filter(e -> category(e) == categoryId).toList();
        double usual = logRate(ofIt, LONG);
        return new double[] {
            faded(ofIt, MEDIUM) / faded(events, MEDIUM),
            Math.log(1 + faded(ofIt, MEDIUM)),
            usual,
            logRate(ofIt, SHORT) - usual
        };
    }

    /** What the prior says, in the words of its authors. */
    double priorProbability(BgNbd prior) {
        long startMillis = startOfDay(firstMillis());
        double last = (startOfDay(lastMillis()) - startMillis) / WEEK;
        double age = (atMillis - startMillis) / WEEK;
        double repeats = days(Integer.MAX_VALUE) - 1;
        double shape = prior.r() + repeats;
        double odds =
                repeats == 0
                        ? 0
                        : prior.a()
                                / (prior.b() + repeats - 1)
                                * Math.pow((prior.alpha() + age) / (prior.alpha() + last), shape);
        double horizon = outcome.horizonMillis() / WEEK;
        double quiet = Math.pow((prior.alpha() + age) / (prior.alpha() + age + horizon), shape);
        return (odds + quiet) / (1 + odds);
    }

    /** What is expected of the customer within a horizon, not rounded. */
    double value() {
        double age = atMillis - events.stream().mapToLong(Activity::timeMillis).min().orElseThrow();
        double weight = LONG / Math.log(2) * (1 - Math.pow(0.5, age / LONG));
        double horizon = outcome.horizonMillis();
        return fadedMoney() * horizon / Math.max(weight, horizon);
    }

    Snapshot.Span span() {
        return new Snapshot.Span(firstMillis(), lastMillis(), days(Integer.MAX_VALUE));
    }

    private long firstMillis() {
        return active.stream().mapToLong(Activity::timeMillis).min().orElseThrow();
    }

    private long lastMillis() {
        return active.stream().mapToLong(Activity::timeMillis).max().orElseThrow();
    }

    /** Distinct days with activity among the last so many, today included. */
    private int days(int last) {
        return (int) daysAgo.stream().filter(ago -> ago < last).count();
    }

    private double faded(List<Activity> which, double halfLife) {
        return which.stream()
                .mapToDouble(e -> Math.pow(0.5, (atMillis - e.timeMillis()) / halfLife))
                .sum();
    }

    private double logRate(List<Activity> which, double halfLife) {
        return Math.log(
                1 + faded(which, halfLife) * Math.log(2) * outcome.horizonMillis() / halfLife);
    }

    private double fadedMoney() {
        ToDoubleFunction<Activity> fade =
                e -> {
                    long countsMillis =
                            e.refersToMillis() == 0 ? e.timeMillis() : e.refersToMillis();
                    return Math.pow(0.5, (atMillis - countsMillis) / LONG);
                };
        return Math.max(0, money(1, fade) + money(0, fade) - money(2, fade));
    }

    private double money(int categoryId, ToDoubleFunction<Activity> weight) {
        return events.stream()
                .filter(e -> category(e) == categoryId)
                .mapToDouble(e -> e.amountMinor() * weight.applyAsDouble(e))
                .sum();
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), TestingLog.ZONE);
    }

    private static long startOfDay(long millis) {
        return day(millis).atStartOfDay(TestingLog.ZONE).toInstant().toEpochMilli();
    }
}
