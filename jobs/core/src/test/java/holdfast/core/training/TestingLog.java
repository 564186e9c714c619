package holdfast.core.training;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.Bands;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.ValueKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A made-up subscription shop as it comes in: several customers, events out of order, some of them
 * late, some twice.
 */
final class TestingLog {

    static final long DAY = 86_400_000L;
    static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    static final long END = START + 420 * DAY;
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The primary outcome: a grid point every two days. */
    static final Outcome LAPSE =
            new Outcome(
                    1, "lapse", OutcomeKind.NO_ACTIVITY, Set.of(1), Set.of(), 16 * DAY, 50 * DAY);

    /** Looks two and a half times as far, so that every second grid point is enough. */
    static final Outcome CANCEL =
            new Outcome(
                    2, "cancel", OutcomeKind.CANCEL, Set.of(1, 3), Set.of(4), 40 * DAY, 70 * DAY);

    static final Playbook PLAYBOOK =
            new Playbook(
                    "subscriptions",
                    1,
                    ZONE,
                    Currency.getInstance("EUR"),
                    Mapping.DEFAULT,
                    List.of(
                            new Category(1, "purchase", Set.of("buy"), ValueKind.REVENUE),
                            new Category(2, "refund", Set.of("refund"), ValueKind.REFUND),
                            new Category(3, "browse", Set.of("view"), ValueKind.NONE),
                            new Category(4, "cancel", Set.of("cancel"), ValueKind.NONE)),
                    List.of(LAPSE, CANCEL),
                    List.of(
                            new Policy(1, "save", 1, .6, .4, .9, DAY, 4 * DAY, 9 * DAY, 1),
                            new Policy(2, "keep", 2, .7, .5, 1, 2 * DAY, DAY, 20 * DAY, 1)),
                    Bands.DEFAULT);

    private static final String[] NAMES = {"buy", "buy", "buy", "view", "view", "refund", "wish"};
    private static final int CUSTOMERS = 5;

    private final Random random;

    TestingLog(long seed) {
        this.random = new Random(seed);
    }

    /** An event at the watermark that is in force when it comes. */
    record Arrival(Activity activity, long watermarkMillis) {}

    private record Sent(Activity activity, long atMillis) {}

    /**
     * Events as they come.
     *
     * @param boundMillis how far an event may be displaced; the watermark trails by that much
     * @param lateMillis how much further one in ten is displaced
     */
    List<Arrival> arrivals(long boundMillis, long lateMillis) {
        List<Sent> sent = new ArrayList<>();
        for (Activity activity : activities()) {
            long delayMillis = (long) (random.nextDouble() * boundMillis);
            if (random.nextInt(10) == 0) {
                delayMillis += (long) (random.nextDouble() * lateMillis);
            }
            sent.add(new Sent(activity, activity.timeMillis() + delayMillis));
            if (random.nextInt(8) == 0) {
                sent.add(new Sent(activity, activity.timeMillis() + delayMillis + DAY / 10));
            }
        }
        sent.sort(Comparator.comparingLong(Sent::atMillis));
        List<Arrival> arrivals = new ArrayList<>();
        long newestMillis = START;
        for (Sent each : sent) {
            arrivals.add(new Arrival(each.activity(), newestMillis - boundMillis - 1));
            newestMillis = Math.max(newestMillis, each.activity().timeMillis());
        }
        return arrivals;
    }

    private List<Activity> activities() {
        List<Activity> activities = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            live("c-" + random.nextInt(1_000_000), activities);
        }
        return activities;
    }

    /** Comes in spells, at times for good; a few events fall on a grid point to the millisecond. */
    private void live(String id, List<Activity> into) {
        double day = 40 * random.nextDouble();
        double pace = 1 + 6 * random.nextDouble();
        while (day < 400) {
            long atMillis = START + (long) (day * DAY);
            String name = NAMES[random.nextInt(NAMES.length)];
            boolean cancels = random.nextInt(40) == 0;
            long exactMillis = random.nextInt(12) == 0 ? onGrid(id, atMillis) : atMillis;
            into.add(event(id, exactMillis, cancels ? "cancel" : name));
            day += 0.01 + pace * random.nextDouble();
            if (random.nextInt(12) == 0) {
                day += random.nextInt(5) == 0 ? 170 : 60 * random.nextDouble();
            }
        }
    }

    private Activity event(String id, long atMillis, String name) {
        long earlierMillis = atMillis - (long) (5 * DAY * random.nextDouble());
        boolean pays = name.equals("buy") || name.equals("refund") || name.equals("wish");
        return new Activity(
                id,
                atMillis,
                name,
                pays ? 1 + random.nextInt(5_000) : 0,
                name.equals("refund") && random.nextBoolean() ? earlierMillis : 0,
                random.nextLong(),
                SourceKind.TRANSACTION);
    }

    private static long onGrid(String id, long atMillis) {
        long step = LAPSE.horizonMillis() / 8;
        long phase = Math.floorMod(Hashes.hash64(id), step);
        return Math.floorDiv(atMillis, step) * step + phase;
    }
}
