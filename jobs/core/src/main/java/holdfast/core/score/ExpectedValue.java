package holdfast.core.score;

import holdfast.core.customer.CustomerView;
import holdfast.core.engagement.HalfLives;

/** What a customer is expected to bring within one horizon if they stay, in minor units. */
public final class ExpectedValue {

    /*
     * A steady payer of rate q has, after an age a, a long faded sum of q * w with
     * w = h / ln 2 * (1 - 2^(-a/h)). So sum / w estimates the rate. An age under one horizon would
     * let a single purchase stand for many; the divisor is therefore at least one horizon, which
     * counts a newcomer's purchases once.
     */
    private static final double LN_2 = Math.log(2);

    private ExpectedValue() {}

    /** The value over a horizon, as of now: never negative; 0 for a customer without money. */
    public static long minor(
            CustomerView customer, HalfLives halfLives, long horizonMillis, long nowMillis) {
        double sum = customer.money().fadedNetMinor(HalfLives.LONG, nowMillis, halfLives);
        if (sum == 0) {
            return 0;
        }
        long ageMillis = Math.max(0, nowMillis - customer.firstMillis());
        double weightMillis =
                halfLives.longMillis() / LN_2 * (1 - halfLives.fade(HalfLives.LONG, ageMillis));
        return Math.round(sum * horizonMillis / Math.max(weightMillis, (double) horizonMillis));
    }
}
