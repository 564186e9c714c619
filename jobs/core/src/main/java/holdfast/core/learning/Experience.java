package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.Hashes;
import holdfast.core.features.FeatureLayout;
import holdfast.core.training.TrainingRecord;

/**
 * What a learner remembers: snapshots with what became of them, and when each customer was active.
 *
 * <p>Bounded: beyond its limits it goes on with half of the customers, chosen by hash. So those
 * that stay are a fair sample, and which they are depends on what was told since the last
 * arranging, not on its order; whoever was dropped stays so. An erasure costs as much as a look-up:
 * the rows go before anybody sees any. Not thread-safe.
 */
final class Experience {

    private static final double OLDEST_HORIZONS = 11;
    private static final long BEFORE_ALL = Long.MIN_VALUE / 2;

    private final Question question;
    private final Limits limits;
    private final TrainingRows rows;
    private final CustomerRows customers;
    private final Histories histories;
    private double share = 1;
    private long arrangedAtMillis = BEFORE_ALL;

    Experience(Question question, TrainingRows rows, Histories histories, Limits limits) {
        this.question = question;
        this.rows = rows;
        this.customers = new CustomerRows(rows, question);
        this.histories = histories;
        this.limits = limits;
    }

    /**
     * How much is remembered at most.
     *
     * @param rows snapshots
     * @param customers whose history is kept
     */
    record Limits(int rows, int customers) {

        /** Those of a learner at work. */
        static final Limits USUAL = new Limits(400_000, 200_000);
    }

    /** Takes in a record about the outcome. */
    void take(TrainingRecord told) {
        if (!isSampled(told.customerKey())) {
            return;
        }
        switch (told.kind()) {
            case SNAPSHOT -> {
                boolean isNew = histories.take(told) || !customers.have(told);
                if (isNew && isRecent(told.atMillis())) {
                    customers.add(rows.add(told));
                }
                keepWithinLimits();
            }
            case DECIDED, TREATED -> customers.tell(told);
            case ERASED -> erase(told.customerKey());
        }
    }

    /** Orders the rows, and forgets those too old to learn from. */
    void arrange(long nowMillis) {
        arrangedAtMillis = nowMillis;
        rows.arrange(row -> isRecent(rows.timeMillis(row)));
        customers.rearrange();
    }

    /** Whether a snapshot is new enough to learn from. */
    private boolean isRecent(long atMillis) {
        return question.horizons(atMillis, arrangedAtMillis) < OLDEST_HORIZONS;
    }

    /** The rows, without those of anybody erased. */
    TrainingRows rows() {
        if (rows.hasErased()) {
            rearrange();
        }
        return rows;
    }

    Histories histories() {
        return histories;
    }

    /** The share of all customers that is remembered, from 1 down. */
    double share() {
        return share;
    }

    /** The instant of the last arranging. */
    long arrangedAtMillis() {
        return arrangedAtMillis;
    }

    /**
     * Rows of the erased go first: so it does not matter whether they have gone already, because
     * the rows were written.
     */
    private void keepWithinLimits() {
        if (rows.size() > limits.rows()) {
            rearrange();
        }
        while (rows.size() > limits.rows() || histories.size() > limits.customers()) {
            halve();
        }
    }

    private void halve() {
        share /= 2;
        histories.keep(this::isSampled);
        rearrange();
    }

    private void rearrange() {
        rows.arrange(row -> isSampled(rows.customerKey(row)));
        customers.rearrange();
    }

    private void erase(long customerKey) {
        if (histories.erase(customerKey)) {
            customers.erase(customerKey);
            rows.erase(customerKey);
        }
    }

    private boolean isSampled(long customerKey) {
        return Hashes.fraction(Hashes.mix64(customerKey)) < share;
    }

    /** Writes the rows and the histories; share and instant are the learner's to write. */
    void write(ByteWriter out) {
        TrainingRowBytes.write(rows(), out);
        histories.write(out);
    }

    /** Reads what {@link #write} wrote; the layout that the features had. */
    FeatureLayout read(ByteReader in, double knownShare, long knownAtMillis) {
        share = knownShare;
        arrangedAtMillis = knownAtMillis;
        FeatureLayout layout = TrainingRowBytes.read(in, rows);
        histories.read(in);
        customers.rearrange();
        return layout;
    }
}
