package holdfast.simulator;

/**
 * How often traffic goes wrong, each a share of the good records; their sum is at most 1.
 *
 * <p>A fault delays a good record or adds a bad one beside it, and never takes one away: the same
 * seed with other rates has the same good events.
 *
 * @param duplicate the same bytes again within seconds
 * @param late arrives seconds to minutes after its time
 * @param veryLate arrives hours to a day and a half after its time
 * @param anonymous a record without a customer
 * @param broken bytes that are no event
 * @param empty a value of no bytes
 * @param future an event dated days ahead of its arrival
 * @param seconds a time in seconds where milliseconds belong
 * @param otherCurrency an order in a currency that is not the shop's
 */
public record FaultRates(
        double duplicate,
        double late,
        double veryLate,
        double anonymous,
        double broken,
        double empty,
        double future,
        double seconds,
        double otherCurrency) {
    public FaultRates {
        double[] rates = {
            duplicate, late, veryLate, anonymous, broken, empty, future, seconds, otherCurrency
        };
        double sum = 0;
        for (double rate : rates) {
            if (!(rate >= 0)) {
                throw new IllegalArgumentException("a fault rate must not be negative: " + rate);
            }
            sum += rate;
        }
        if (!(sum <= 1)) {
            throw new IllegalArgumentException("fault rates must sum to at most 1: " + sum);
        }
    }

    public static FaultRates none() {
        return new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** What a shop of ordinary tidiness sends. */
    public static FaultRates usual() {
        return new FaultRates(.01, .02, .002, .06, .001, .0003, .0005, .0005, .0005);
    }

    /** A bad day: every kind of fault often enough to meet each in a short run. */
    public static FaultRates heavy() {
        return new FaultRates(.05, .05, .02, .08, .03, .01, .02, .02, .02);
    }
}
