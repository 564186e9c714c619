package holdfast.core.prior;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * The four parameters of a fitted BG/NBD model, and what they say about one customer.
 *
 * <p>Times are in weeks. Histories follow the convention of {@link RepeatHistory}. Results are
 * never NaN and probabilities lie in [0, 1] for up to 2<sup>53</sup> repeats and finite,
 * non-negative times; a negative time counts as 0 and a last activity beyond the age as one just
 * now. Scoring allocates nothing. Immutable, safe to share between threads.
 *
 * @param r shape of the distribution of visit rates over customers
 * @param alpha its scale, in weeks
 * @param a first parameter of the distribution of the probability of leaving after a visit
 * @param b its second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /*
     * P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way: An
     * Alternative to the Pareto/NBD Model, Marketing Science 24(2), 2005.
     *
     * While alive a customer visits at a gamma(r, alpha) distributed rate; after every repeat visit
     * they leave for good with a beta(a, b) distributed probability. With x repeats, the last at
     * t, observed until T:
     *
     *   likelihood (eq. 6)  = A [(alpha+T)^-(r+x) + {x>0} a/(b+x-1) (alpha+t)^-(r+x)]
     *   odds of being gone  = {x>0} a/(b+x-1) ((alpha+T)/(alpha+t))^(r+x)
     *   P(quiet | alive)    = ((alpha+T)/(alpha+T+H))^(r+x)     for the next H weeks
     *
     * The odds are the ratio of the likelihood's two terms. Given alive at T, the visit rate is
     * gamma(r+x, alpha+T) distributed, whence the third line. All powers are taken in logs.
     */

    private static final double PARAMETER_MIN = 1e-9;
    private static final double PARAMETER_MAX = 1e9;

    public BgNbd {
        check("r", r);
        check("alpha", alpha);
        check("a", a);
        check("b", b);
    }

    private static void check(String name, double value) {
        if (!(value >= PARAMETER_MIN && value <= PARAMETER_MAX)) {
            throw new IllegalArgumentException(name + " must lie in [1e-9, 1e9]: " + value);
        }
    }

    /**
     * Serves until there is enough data to fit: a typical customer base seen through a horizon.
     *
     * @throws IllegalArgumentException unless the horizon is positive and below 1e9 weeks
     */
    public static BgNbd defaultFor(double horizonWeeks) {
        return new BgNbd(0.6, 0.3 * horizonWeeks, 0.8, 2.5);
    }

    /**
     * The probability that the customer has not left for good.
     *
     * <p>Not a risk score: a customer who never came back cannot have left in this model, so it is
     * 1 for them. Use {@link #probabilityNoActivity}.
     */
    public double probabilityAlive(long repeats, double lastWeeks, double ageWeeks) {
        return logistic(-logOddsGone(repeats, lastWeeks, ageWeeks));
    }

    /**
     * The probability of no activity in the next {@code horizonWeeks}; rises with the age while the
     * history stays the same, and falls with the horizon.
     */
    public double probabilityNoActivity(
            long repeats, double lastWeeks, double ageWeeks, double horizonWeeks) {
        double age = Math.max(ageWeeks, 0);
        double quietIfAlive =
                Math.exp(-(r + repeats) * Math.log1p(Math.max(horizonWeeks, 0) / (alpha + age)));
        double logOddsGone = logOddsGone(repeats, lastWeeks, age);
        // Adding up what is left keeps full precision where the risk is close to nothing.
        double risk = logistic(logOddsGone) + logistic(-logOddsGone) * quietIfAlive;
        return Math.min(risk, 1);
    }

    /** The logarithm of the likelihood of one history; finite. */
    public double logLikelihood(long repeats, double lastWeeks, double ageWeeks) {
        double age = Math.max(ageWeeks, 0);
        double logOddsGone = logOddsGone(repeats, lastWeeks, age);
        return logConstant(repeats)
                + r * Math.log(alpha)
                - (r + repeats) * Math.log(alpha + age)
                + logOnePlusExp(logOddsGone);
    }

    /** The part of the log-likelihood that depends on the count of repeats alone. */
    double logConstant(long repeats) {
        if (repeats == 0) {
            return 0;
        }
        return Gamma.logGamma(r + repeats)
                - Gamma.logGamma(r)
                + Beta.logBeta(a, b + repeats)
                - Beta.logBeta(a, b);
    }

    /** The logarithm of a / (b + x - 1), the odds of having left at the last repeat visit. */
    double logOddsLeftAtLast(long repeats) {
        return Math.log(a / (b + (repeats - 1)));
    }

    private double logOddsGone(long repeats, double lastWeeks, double ageWeeks) {
        if (repeats <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double age = Math.max(ageWeeks, 0);
        double last = Math.min(Math.max(lastWeeks, 0), age);
        return logOddsLeftAtLast(repeats)
                + (r + repeats) * Math.log1p((age - last) / (alpha + last));
    }

    /** log(1 + e^z) without overflow. */
    static double logOnePlusExp(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
