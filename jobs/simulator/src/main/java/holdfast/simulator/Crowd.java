package holdfast.simulator;

/**
 * Who comes to the shop, how often, and how long they stay.
 *
 * <p>Visits are Poisson with a gamma-distributed daily rate; lifetimes are exponential with a
 * gamma-distributed rate, so that the share still there after t days is (scale / (scale + t)) ^
 * shape (Schmittlein, Morrison, Colombo: Counting your customers, 1987).
 *
 * @param customers those present at the start
 * @param newcomersPerDay joiners a day thereafter
 * @param visitsPerDay mean daily visits of a customer who is there
 * @param visitShape gamma shape of the visit rates; small is diverse
 * @param lifetimeShape gamma shape of the departure rates; small is diverse
 * @param lifetimeScaleDays scale of the lifetimes, days
 * @param comebackShare share of the departed who return once, in [0, 1]
 * @param comebackPauseDays shortest pause before a return, and the mean of what comes on top, days
 */
public record Crowd(
        int customers,
        double newcomersPerDay,
        double visitsPerDay,
        double visitShape,
        double lifetimeShape,
        double lifetimeScaleDays,
        double comebackShare,
        double comebackPauseDays) {
    public Crowd {
        if (customers < 0 || newcomersPerDay < 0) {
            throw new IllegalArgumentException(
                    "customers and newcomersPerDay must not be negative");
        }
        requirePositive("visitsPerDay", visitsPerDay);
        requirePositive("visitShape", visitShape);
        requirePositive("lifetimeShape", lifetimeShape);
        requirePositive("lifetimeScaleDays", lifetimeScaleDays);
        requirePositive("comebackPauseDays", comebackPauseDays);
        if (!(comebackShare >= 0 && comebackShare <= 1)) {
            throw new IllegalArgumentException(
                    "comebackShare must lie in [0, 1]: " + comebackShare);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
