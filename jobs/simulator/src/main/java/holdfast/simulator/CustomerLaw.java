package holdfast.simulator;

import holdfast.simulator.RandomStream.Purpose;
import java.util.Locale;

/**
 * Draws what is true about each customer, from the seed and the customer's number alone.
 *
 * <p>Stateless: the truth about anyone can be asked for at any time and needs no memory.
 */
final class CustomerLaw {
    private static final double DAY_MILLIS = 86_400_000.0;

    /** Keeps instants far from overflow; longer than any run. */
    private static final double LIFETIME_DAYS_MAX = 100_000;

    private static final double ORDER_SHARE_MIN = .15;
    private static final double ORDER_SHARE_MAX = .45;

    private final SimulationSettings settings;

    CustomerLaw(SimulationSettings settings) {
        this.settings = settings;
    }

    /** One of those present at the start. */
    Customer resident(int number) {
        RandomStream traits = RandomStream.of(settings.seed(), number, Purpose.TRAITS);
        return draw(id('c', number), settings.startMillis(), traits);
    }

    /** One of those who join later, in the order of joining. */
    Customer newcomer(int number) {
        RandomStream traits = RandomStream.of(settings.seed(), number, Purpose.NEWCOMER_TRAITS);
        long slotMillis = newcomerSlotMillis(number + 1) - newcomerSlotMillis(number);
        long joinedMillis = newcomerSlotMillis(number) + traits.between(0, slotMillis);
        return draw(id('n', number), joinedMillis, traits);
    }

    /** Newcomer n joins at some instant between slots n and n + 1. */
    long newcomerSlotMillis(int number) {
        double perDay = settings.crowd().newcomersPerDay();
        return perDay > 0
                ? settings.startMillis() + (long) (number / perDay * DAY_MILLIS)
                : Customer.NEVER;
    }

    /** The customer of an id that this law has given. */
    Customer byId(String customerId) {
        if (!customerId.matches("[cn]-[0-9]{5,9}")) {
            throw new IllegalArgumentException("not a simulated customer: " + customerId);
        }
        int number = Integer.parseInt(customerId.substring(2));
        return customerId.charAt(0) == 'c' ? resident(number) : newcomer(number);
    }

    private static String id(char kind, int number) {
        return String.format(Locale.ROOT, "%c-%05d", kind, number);
    }

    private Customer draw(String customerId, long joinedMillis, RandomStream traits) {
        Crowd crowd = settings.crowd();
        Spending spending = settings.spending();
        double visitsPerDay =
                traits.gamma(crowd.visitShape()) / crowd.visitShape() * crowd.visitsPerDay();
        double orderShare =
                ORDER_SHARE_MIN + (ORDER_SHARE_MAX - ORDER_SHARE_MIN) * traits.nextUnit();
        double order =
                spending.medianMinor() * StrictMath.exp(spending.spread() * traits.gaussian());
        double departureRate = traits.gamma(crowd.lifetimeShape()) / crowd.lifetimeScaleDays();
        long leftMillis = joinedMillis + lifetimeMillis(departureRate, traits);
        boolean returns = traits.chance(crowd.comebackShare());
        double pauseDays = crowd.comebackPauseDays() * (1 + traits.exponential());
        long returnedMillis = leftMillis + (long) (pauseDays * DAY_MILLIS);
        long leftAgainMillis = returnedMillis + lifetimeMillis(departureRate, traits);
        return new Customer(
                customerId,
                joinedMillis,
                visitsPerDay,
                orderShare,
                Math.max(1, (long) order),
                leftMillis,
                returns ? returnedMillis : Customer.NEVER,
                returns ? leftAgainMillis : Customer.NEVER);
    }

    private static long lifetimeMillis(double departureRate, RandomStream traits) {
        double days = traits.exponential() / departureRate;
        return (long) (Math.min(days, LIFETIME_DAYS_MAX) * DAY_MILLIS);
    }
}
