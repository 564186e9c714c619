package holdfast.core.evaluation;

/**
 * Customers at one cut-off: what each was scored, what each was worth, and who then left.
 *
 * <p>Immutable, safe to share between threads.
 */
public final class ScoredCustomers {
    private final boolean[] churned;
    private final double[] scores;
    private final double[] values;

    /**
     * One entry a customer, in any order, the same in each array.
     *
     * @param churned whether the outcome came true within the horizon
     * @param scores finite, higher means likelier to leave
     * @param values finite money at stake, 0 or more, in any unit
     * @throws IllegalArgumentException if there is nobody, the lengths differ, or a number is out
     *     of range
     */
    public ScoredCustomers(boolean[] churned, double[] scores, double[] values) {
        if (churned.length == 0) {
            throw new IllegalArgumentException("there are no customers to judge");
        }
        if (scores.length != churned.length || values.length != churned.length) {
            throw new IllegalArgumentException(
                    "lengths differ: %d labels, %d scores, %d values"
                            .formatted(churned.length, scores.length, values.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i]) || !(values[i] >= 0 && Double.isFinite(values[i]))) {
                throw new IllegalArgumentException(
                        "customer %d: score %s, value %s".formatted(i, scores[i], values[i]));
            }
        }
        this.churned = churned.clone();
        this.scores = scores.clone();
        this.values = values.clone();
    }

    public int size() {
        return scores.length;
    }

    public boolean churned(int customer) {
        return churned[customer];
    }

    public double score(int customer) {
        return scores[customer];
    }

    public double value(int customer) {
        return values[customer];
    }

    /** How many left. */
    public int churnedCount() {
        int count = 0;
        for (boolean left : churned) {
            count += left ? 1 : 0;
        }
        return count;
    }

    /** Whether every score can be read as a probability. */
    public boolean areProbabilities() {
        for (double score : scores) {
            if (score < 0 || score > 1) {
                return false;
            }
        }
        return true;
    }

    /** A copy of all scores. */
    public double[] scores() {
        return scores.clone();
    }

    /** A copy of all values. */
    public double[] values() {
        return values.clone();
    }

    /** The value of those who left, 0 for those who stayed. */
    public double[] lostValues() {
        double[] lost = new double[values.length];
        for (int i = 0; i < lost.length; i++) {
            lost[i] = churned[i] ? values[i] : 0;
        }
        return lost;
    }

    /** Risk times value; where scores are no probabilities, their rank in (0, 1] is the risk. */
    public double[] risksTimesValues() {
        double[] risks = areProbabilities() ? scores : new RankOrder(scores).shares();
        double[] products = new double[values.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = risks[i] * values[i];
        }
        return products;
    }
}
