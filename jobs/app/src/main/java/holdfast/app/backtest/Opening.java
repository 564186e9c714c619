package holdfast.app.backtest;

/**
 * An alert that opened.
 *
 * @param valueAtRiskMinor the customer's expected value times the probability of losing it
 */
record Opening(String customerId, long openedAtMillis, double probability, long valueAtRiskMinor) {}
