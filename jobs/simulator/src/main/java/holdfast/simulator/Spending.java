package holdfast.simulator;

/**
 * What orders are worth: log-normal between customers and again between a customer's orders.
 *
 * @param medianMinor the middle customer's middle order, minor units
 * @param spread standard deviation of the logarithm between customers
 * @param orderSpread standard deviation of the logarithm between one customer's orders
 */
public record Spending(long medianMinor, double spread, double orderSpread) {
    public Spending {
        if (medianMinor <= 0) {
            throw new IllegalArgumentException("medianMinor must be positive: " + medianMinor);
        }
        if (!(spread >= 0 && spread <= 5 && orderSpread >= 0 && orderSpread <= 5)) {
            throw new IllegalArgumentException("spread and orderSpread must lie in [0, 5]");
        }
    }
}
