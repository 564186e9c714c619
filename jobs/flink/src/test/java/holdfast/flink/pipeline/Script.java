package holdfast.flink.pipeline;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What arrives at the job, made from a seed: customers who come in spells with long silences
 * between, and ticks in bursts. A tick is the watermark from there on.
 */
public final class Script {

    public static final long DAY = 86_400_000L;
    public static final long START = 1_700_000_000_000L;
    static final long END = START + 1_000 * DAY;

    private static final int CUSTOMERS = 40;
    private static final int DAYS = 300;
    private static final double LONG_SILENCE = 0.08;

    private final Random random;

    public Script(long seed) {
        random = new Random(seed);
    }

    /** Activities in the order of their times, no ticks among them. */
    public List<Activity> activities() {
        List<Activity> activities = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            long millis = START + (long) (random.nextDouble() * 60 * DAY);
            double usualGapDays = 0.5 + 6 * random.nextDouble();
            while (millis < START + DAYS * DAY) {
                activities.add(activity("c" + customer, millis));
                boolean silent = random.nextDouble() < LONG_SILENCE;
                double days = silent ? 20 + 150 * random.nextDouble() : usualGapDays;
                millis += 1 + (long) (-Math.log(1 - random.nextDouble()) * days * DAY);
            }
        }
        activities.sort(Comparator.comparingLong(Activity::timeMillis));
        return activities;
    }

    /** The same activities, each arriving after others that are newer by up to the bound. */
    public List<Activity> displaced(List<Activity> activities, long boundMillis) {
        record Delayed(Activity activity, long atMillis) {}
        List<Delayed> delayed = new ArrayList<>();
        for (Activity activity : activities) {
            long delayMillis =
                    random.nextInt(3) == 0 ? (long) (random.nextDouble() * boundMillis) : 0;
            delayed.add(new Delayed(activity, activity.timeMillis() + delayMillis));
        }
        delayed.sort(Comparator.comparingLong(Delayed::atMillis));
        return delayed.stream().map(Delayed::activity).toList();
    }

    /** Arrivals with ticks between them: now one after each, now none for long. */
    public List<Arrival> arrivals(List<Activity> activities) {
        List<Arrival> arrivals = new ArrayList<>();
        long newestMillis = 0;
        int untilTick = 0;
        for (Activity activity : activities) {
            newestMillis = Math.max(newestMillis, activity.timeMillis());
            arrivals.add(Arrival.activity(origin(activity.timeMillis()), activity));
            if (random.nextInt(50) == 0) {
                arrivals.add(arrivals.get(arrivals.size() - 1)); // delivered twice
            }
            if (untilTick-- <= 0) {
                arrivals.add(tick(newestMillis - random.nextInt(1_000)));
                untilTick = random.nextInt(5) == 0 ? random.nextInt(400) : 0;
            }
        }
        arrivals.add(tick(END));
        return arrivals;
    }

    private Activity activity(String customer, long millis) {
        int kind = random.nextInt(10);
        boolean buys = kind < 4;
        boolean returns = kind == 9;
        String name = buys ? "Order Completed" : returns ? "Order Refunded" : "Product Viewed";
        long amountMinor = buys ? 500 + random.nextInt(20_000) : returns ? -random.nextInt(900) : 0;
        return new Activity(
                customer, millis, name, amountMinor, 0, random.nextLong(), SourceKind.TRANSACTION);
    }

    private static Arrival tick(long millis) {
        return Arrival.tick(origin(millis), millis);
    }

    private static Origin origin(long millis) {
        return new Origin("events", 0, 0, millis);
    }
}
