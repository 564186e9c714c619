package holdfast.core.population;

import java.util.Currency;
import java.util.Objects;

/**
 * Figures about all customers as of one moment, published with a version.
 *
 * @param version rises with each publication; 0 while there are no figures
 * @param effectiveFromMillis the instant from which decisions use them
 * @param currency the currency of the values
 * @param values how the customers' values in minor units are distributed, one amount a customer
 */
public record Population(
        int version, long effectiveFromMillis, Currency currency, LogBuckets values) {
    public Population {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(values, "values");
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
    }

    /** The figures before any were published: nobody is known, and no currency either. */
    public static Population none() {
        return new Population(0, 0, Currency.getInstance("XXX"), LogBuckets.empty());
    }

    /** Whether there are any figures. */
    public boolean isKnown() {
        return customers() > 0;
    }

    /** How many customers are counted. */
    public long customers() {
        return values.count();
    }

    /**
     * The share of customers with a higher value, from 0 for the very top; customers whose values
     * share a bucket count as equals. NaN while nobody is known.
     */
    public double shareAbove(long valueMinor) {
        return isKnown() ? values.shareAbove(valueMinor) : Double.NaN;
    }
}
