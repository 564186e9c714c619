package holdfast.core.learning;

/** Log-odds and back. */
final class Logit {

    private static final double PROBABILITY_MIN = 1e-9;

    private Logit() {}

    /** The log-odds of a probability, which is kept a billionth away from certainty. */
    static double of(double probability) {
        double p = Math.max(PROBABILITY_MIN, Math.min(1 - PROBABILITY_MIN, probability));
        return Math.log(p / (1 - p));
    }

    /** The probability of these log-odds. */
    static double inverse(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** The log-loss of these log-odds for a label from 0 to 1. */
    static double loss(double logit, double label) {
        double signed = label * logit;
        return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - signed;
    }
}
