package holdfast.core.alert;

/**
 * What is at stake, in minor units of the currency.
 *
 * @param valueMinor what the customer is expected to bring within the horizon if they stay
 * @param valueAtRiskMinor that value times the probability of losing it
 * @param currency ISO 4217 code
 * @param topShare the share of customers worth more, in [0, 1): 0 is the very top; NaN while no
 *     population has been published
 */
public record Worth(long valueMinor, long valueAtRiskMinor, String currency, double topShare) {}
