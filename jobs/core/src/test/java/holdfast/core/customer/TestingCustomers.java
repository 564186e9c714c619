package holdfast.core.customer;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.START;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.engine.ChurnEngine;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Settings;
import holdfast.core.engine.TestingDecisions;
import holdfast.core.engine.TestingShop;
import holdfast.core.episode.Episode;
import holdfast.core.playbook.Bands;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.ValueKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Playbooks of any width, and customers whom the engine has followed through random histories. */
public final class TestingCustomers {

    private static final ChurnEngine ENGINE = new ChurnEngine();

    private TestingCustomers() {}

    /** A playbook of so many categories, outcomes and policies; every second policy has a gate. */
    public static Playbook playbook(int categories, int outcomes, int policies) {
        return new Playbook(
                "wide",
                1,
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance("EUR"),
                Mapping.DEFAULT,
                IntStream.rangeClosed(1, categories).mapToObj(TestingCustomers::category).toList(),
                IntStream.rangeClosed(1, outcomes).mapToObj(id -> outcome(id, categories)).toList(),
                IntStream.rangeClosed(1, policies).mapToObj(id -> policy(id, outcomes)).toList(),
                Bands.DEFAULT);
    }

    private static Category category(int id) {
        ValueKind value = id == 2 ? ValueKind.REFUND : ValueKind.REVENUE;
        return new Category(id, "category-" + id, Set.of("event-" + id), value);
    }

    private static Outcome outcome(int id, int categories) {
        return new Outcome(
                id,
                "outcome-" + id,
                OutcomeKind.NO_ACTIVITY,
                new HashSet<>(List.of(id % (categories + 1), 1)),
                Set.of(),
                (20 + id) * DAY,
                100 * DAY);
    }

    private static Policy policy(int id, int outcomes) {
        int outcomeId = 1 + (id - 1) % outcomes;
        double share = id % 2 == 0 ? 0.3 : 1;
        return new Policy(
                id, "policy-" + id, outcomeId, 0.5, 0.4, 0.7, DAY, 9 * DAY, 20 * DAY, share);
    }

    /** What decides about such customers. */
    public static Guidance guidance(Playbook playbook) {
        return Guidance.of(playbook, Settings.defaults()).withModel(TestingShop.lively());
    }

    /**
     * Up to 300 events of up to three years, mostly in order, some of them huge, some of them
     * refunds.
     */
    public static List<Activity> history(Random random, Playbook playbook) {
        List<String> names = new ArrayList<>(List.of("unheard of"));
        playbook.categories().forEach(category -> names.addAll(category.events()));
        List<Activity> history = new ArrayList<>();
        long millis = START;
        int count = random.nextInt(300);
        for (int i = 0; i < count && millis < START + 1_100 * DAY; i++) {
            double days = random.nextInt(10) == 0 ? 90 : 4;
            millis += (long) (random.nextDouble() * days * DAY);
            long late = random.nextInt(8) == 0 ? random.nextInt(30) * DAY : 0;
            String name = names.get(random.nextInt(names.size()));
            history.add(activity(random, millis - late, name, playbook));
        }
        return history;
    }

    /** A customer after a random history, followed up to some instant after it. */
    public static CustomerState random(Random random, Playbook playbook) {
        Guidance guidance = guidance(playbook);
        CustomerState customer = new CustomerState("c-" + random.nextInt());
        TestingDecisions out = new TestingDecisions();
        long watermarkMillis = START;
        for (Activity activity : history(random, playbook)) {
            ENGINE.onActivity(customer, activity, watermarkMillis, guidance, out);
            watermarkMillis = Math.max(watermarkMillis, activity.timeMillis() - DAY);
            oddOrder(random, customer, watermarkMillis, guidance, out);
        }
        ENGINE.onWakeup(customer, watermarkMillis + random.nextInt(40) * DAY, guidance, out);
        return customer;
    }

    /** What the engine says of a year's silence after so many more purchases. */
    public static List<Alert> future(CustomerState customer, Playbook playbook) {
        TestingDecisions out = new TestingDecisions();
        Guidance guidance = guidance(playbook);
        long nextMillis = Math.max(START, customer.lastMillis()) + 3 * DAY;
        for (int i = 0; i < 3; i++) {
            Activity activity = activity(new Random(i), nextMillis, "event-1", playbook);
            ENGINE.onActivity(customer, activity, nextMillis, guidance, out);
            nextMillis += DAY;
        }
        ENGINE.onWakeup(customer, nextMillis + 365 * DAY, guidance, out);
        return out.alerts;
    }

    private static void oddOrder(
            Random random,
            CustomerState customer,
            long nowMillis,
            Guidance guidance,
            TestingDecisions out) {
        switch (random.nextInt(200)) {
            case 0 -> ENGINE.suppress(customer, Episode.NEVER);
            case 1 -> ENGINE.suppress(customer, nowMillis + 50 * DAY);
            case 2 -> ENGINE.erase(customer, nowMillis, guidance, out);
            default -> {}
        }
    }

    private static Activity activity(
            Random random, long timeMillis, String name, Playbook playbook) {
        boolean refund = playbook.categoryOf(name).value() == ValueKind.REFUND;
        long amount = random.nextInt(50) == 0 ? Long.MAX_VALUE / 3 : random.nextInt(100_000);
        return new Activity(
                "c",
                timeMillis,
                name,
                refund ? -amount : amount,
                refund ? Math.max(0, timeMillis - random.nextInt(20) * DAY) : 0,
                random.nextInt(6) == 0 ? 0 : random.nextLong(),
                SourceKind.TRANSACTION);
    }
}
