package holdfast.core.engine;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Bands;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.ValueKind;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.Model;
import holdfast.core.score.PriorScorer;
import holdfast.core.time.Days;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small shop for tests: purchases are activity, browsing is not, refunds take back. */
public final class TestingShop {

    public static final long DAY = 86_400_000L;
    public static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    public static final Category PURCHASE =
            new Category(1, "purchase", Set.of("Order Completed"), ValueKind.REVENUE);
    public static final Category REFUND =
            new Category(2, "refund", Set.of("Order Refunded"), ValueKind.REFUND);
    public static final Category BROWSE =
            new Category(3, "browse", Set.of("Product Viewed"), ValueKind.NONE);
    public static final Outcome LAPSE =
            new Outcome(
                    1, "lapse", OutcomeKind.NO_ACTIVITY, Set.of(1), Set.of(), 40 * DAY, 120 * DAY);
    public static final Policy SAVE =
            new Policy(1, "save", 1, 0.60, 0.45, 0.85, 5 * DAY, 14 * DAY, 40 * DAY, 1.0);

    /** Customers come every few days and then leave. */
    public static final BgNbd LIVELY = new BgNbd(3.0, 2.0, 0.8, 4.0);

    private static final Days UTC = Days.in(ZoneOffset.UTC);

    private TestingShop() {}

    public static Playbook playbook() {
        return playbook(SAVE);
    }

    public static Playbook playbook(Policy... policies) {
        return new Playbook(
                "shop",
                1,
                ZoneOffset.UTC,
                Currency.getInstance("EUR"),
                Mapping.DEFAULT,
                List.of(PURCHASE, REFUND, BROWSE),
                List.of(LAPSE),
                List.of(policies),
                Bands.DEFAULT);
    }

    /** The CDNOW parameters (weeks): a shop whose customers come seldom. */
    public static Model seldom() {
        return model(new BgNbd(0.243, 4.414, 0.793, 2.426));
    }

    /** A shop whose customers come every few days and then leave. */
    public static Model lively() {
        return model(LIVELY);
    }

    private static Model model(BgNbd prior) {
        return new Model("test", 0, UTC, Map.of(1, new PriorScorer(prior, UTC)));
    }

    public static Guidance guidance(Settings settings, Policy... policies) {
        return Guidance.of(playbook(policies), settings).withModel(lively());
    }

    public static long day(double days) {
        return START + Math.round(days * DAY);
    }

    public static Activity purchase(String customerId, double day) {
        return event(customerId, day, "Order Completed", 1_000, 0);
    }

    public static Activity event(
            String customerId, double day, String name, long amountMinor, long messageHash) {
        return new Activity(
                customerId, day(day), name, amountMinor, 0, messageHash, SourceKind.TRANSACTION);
    }
}
