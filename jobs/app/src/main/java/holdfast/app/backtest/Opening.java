package holdfast.app.backtest;

/** An alert that opened. */
record Opening(String customerId, long openedAtMillis, double probability) {}
