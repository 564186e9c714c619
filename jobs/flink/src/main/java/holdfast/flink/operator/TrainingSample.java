package holdfast.flink.operator;

import holdfast.core.bytes.Hashes;

/**
 * The customers from whom scores are learned, chosen by hash: the same ones after every restart.
 *
 * @param share of all customers, from 0 to 1
 */
record TrainingSample(double share) {

    /** Makes the choice another one than that of a learner who thins out. */
    private static final long SALT = 1;

    TrainingSample {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in [0, 1]: " + share);
        }
    }

    boolean holds(long customerKey) {
        return share > 0 && Hashes.fraction(Hashes.join(customerKey, SALT)) < share;
    }
}
