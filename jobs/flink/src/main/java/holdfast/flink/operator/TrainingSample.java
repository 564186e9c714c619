package holdfast.flink.operator;

import holdfast.core.bytes.Hashes;
import holdfast.core.training.TrainingRecord;

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
        return share >= 1 || Hashes.fraction(Hashes.join(customerKey, SALT)) < share;
    }

    /**
     * Whether a record is to be told. An erasure is told of anybody while something is: the share
     * may have been larger, and what was told then must go.
     */
    boolean hears(TrainingRecord record) {
        return record.kind() == TrainingRecord.Kind.ERASED
                ? share > 0
                : holds(record.customerKey());
    }
}
