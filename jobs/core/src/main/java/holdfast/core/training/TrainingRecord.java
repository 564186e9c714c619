package holdfast.core.training;

import holdfast.core.bytes.Hashes;
import holdfast.core.customer.CustomerState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a customer from which scores are learned: how things stood at an instant, or what
 * came of it.
 *
 * <p>A snapshot is labelled later, by the records that follow it: so nothing here ever lies in the
 * future. Who the customer is cannot be read from it, only that it is the same one. Immutable.
 */
public final class TrainingRecord {

    /** What a record tells. */
    public enum Kind {
        /** How a customer in scope of an outcome stood at a grid point. */
        SNAPSHOT(1),
        /** The event that decides the outcome came: the next activity, or the cancel. */
        DECIDED(2),
        /** Somebody reached out to the customer, so that what follows is no course of nature. */
        TREATED(3),
        /** The person is to be forgotten. */
        ERASED(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number that stands for this kind in bytes; never reused. */
        public int code() {
            return code;
        }

        /** The kind of a code, as {@link #code()} gives it. */
        public static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of training record has the code " + code);
        }
    }

    /** Stands for every outcome. */
    public static final int ALL_OUTCOMES = 0;

    private final Kind kind;
    private final long customerKey;
    private final int outcomeId;
    private final long atMillis;
    private final @Nullable Snapshot snapshot;

    private TrainingRecord(
            Kind kind,
            long customerKey,
            int outcomeId,
            long atMillis,
            @Nullable Snapshot snapshot) {
        this.kind = kind;
        this.customerKey = customerKey;
        this.outcomeId = outcomeId;
        this.atMillis = atMillis;
        this.snapshot = snapshot;
    }

    /** How a customer stood. */
    public static TrainingRecord snapshot(
            long customerKey, int outcomeId, long atMillis, Snapshot snapshot) {
        return new TrainingRecord(
                Kind.SNAPSHOT, customerKey, outcomeId, atMillis, Objects.requireNonNull(snapshot));
    }

    /** The deciding event of an outcome came. */
    public static TrainingRecord decided(long customerKey, int outcomeId, long atMillis) {
        return new TrainingRecord(Kind.DECIDED, customerKey, outcomeId, atMillis, null);
    }

    /** Somebody reached out. */
    public static TrainingRecord treated(long customerKey, long atMillis) {
        return new TrainingRecord(Kind.TREATED, customerKey, ALL_OUTCOMES, atMillis, null);
    }

    /** The person is erased. */
    public static TrainingRecord erased(long customerKey, long atMillis) {
        return new TrainingRecord(Kind.ERASED, customerKey, ALL_OUTCOMES, atMillis, null);
    }

    /** The number by which a customer goes in training. */
    public static long keyOf(String customerId) {
        return Hashes.hash64(customerId);
    }

    /** The same of a customer at hand. */
    public static long keyOf(CustomerState customer) {
        return customer.idHash();
    }

    public Kind kind() {
        return kind;
    }

    /** Whom it is about, see {@link #keyOf}. */
    public long customerKey() {
        return customerKey;
    }

    /** Which outcome it is about, or {@link #ALL_OUTCOMES}. */
    public int outcomeId() {
        return outcomeId;
    }

    /** When it was so, in event time. */
    public long atMillis() {
        return atMillis;
    }

    /** How things stood; a snapshot alone has it. */
    public Snapshot snapshot() {
        return Objects.requireNonNull(snapshot, "only a snapshot says how things stood");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrainingRecord that
                && kind == that.kind
                && customerKey == that.customerKey
                && outcomeId == that.outcomeId
                && atMillis == that.atMillis
                && Objects.equals(snapshot, that.snapshot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, customerKey, outcomeId, atMillis, snapshot);
    }

    @Override
    public String toString() {
        return "%s of %016x, outcome %d, at %d%s"
                .formatted(
                        kind,
                        customerKey,
                        outcomeId,
                        atMillis,
                        snapshot == null ? "" : ": " + snapshot);
    }
}
