package holdfast.flink.wire;

import holdfast.core.activity.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way out: to the topic of its kind, a refused one to the dead letters of where
 * it came from. Immutable.
 */
public final class EncodedRecord {
    /** Which topic a record is for. */
    public enum Kind {
        /** A message about an alert. */
        ALERT(1),
        /** The latest score of a customer, or its deletion. */
        SCORE(2),
        /** An input record that was refused. */
        DEAD_LETTER(3),
        /** How good scores turned out to be. */
        QUALITY(4),
        /** Something to learn from. */
        TRAINING(5),
        /** A model or the population's figures, for the job itself to decide by. */
        PUBLISHED(6);

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
            throw new IllegalArgumentException("no kind of record has the code " + code);
        }
    }

    private static final byte[] NO_BYTES = {};

    private final Kind kind;
    private final long timestampMillis;
    private final byte[] key;
    private final byte @Nullable [] value;
    private final @Nullable MessageName alertName;
    private final @Nullable Refused refused;

    private EncodedRecord(
            Kind kind,
            long timestampMillis,
            byte[] key,
            byte @Nullable [] value,
            @Nullable MessageName alertName,
            @Nullable Refused refused) {
        this.kind = kind;
        this.timestampMillis = timestampMillis;
        this.key = key;
        this.value = value;
        this.alertName = alertName;
        this.refused = refused;
    }

    /** A message about an alert. */
    public static EncodedRecord alert(
            String customerId, long timestampMillis, MessageName name, byte[] value) {
        return new EncodedRecord(Kind.ALERT, timestampMillis, utf8(customerId), value, name, null);
    }

    /** A customer's latest score. */
    public static EncodedRecord score(String customerId, long timestampMillis, byte[] value) {
        return new EncodedRecord(Kind.SCORE, timestampMillis, utf8(customerId), value, null, null);
    }

    /** Deletes what was published of a customer. */
    public static EncodedRecord tombstone(String customerId, long timestampMillis) {
        return new EncodedRecord(Kind.SCORE, timestampMillis, utf8(customerId), null, null, null);
    }

    /** What was learned of an outcome, and how good it is. */
    public static EncodedRecord quality(String outcome, long timestampMillis, byte[] value) {
        return new EncodedRecord(Kind.QUALITY, timestampMillis, utf8(outcome), value, null, null);
    }

    /** An input record as it came, with why it was refused. */
    public static EncodedRecord deadLetter(Refused refused, byte[] value) {
        return new EncodedRecord(
                Kind.DEAD_LETTER,
                refused.origin().timestampMillis(),
                NO_BYTES,
                value,
                null,
                refused);
    }

    /** Something to learn from, which has no key. */
    public static EncodedRecord training(long timestampMillis, byte[] value) {
        return new EncodedRecord(Kind.TRAINING, timestampMillis, NO_BYTES, value, null, null);
    }

    /** A model or the population's figures under the key that tells them apart. */
    public static EncodedRecord published(String key, long timestampMillis, byte[] value) {
        return new EncodedRecord(Kind.PUBLISHED, timestampMillis, utf8(key), value, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** What the record's Kafka timestamp is to be, UTC. */
    public long timestampMillis() {
        return timestampMillis;
    }

    /** The key in UTF-8, of a message the customer's id; empty where there is none. */
    public byte[] key() {
        return key;
    }

    /** The value, shared and not to be changed; null is a tombstone. */
    public byte @Nullable [] value() {
        return value;
    }

    /** What the message is called; a dead letter has no name. */
    public MessageName name() {
        return switch (kind) {
            case ALERT -> Objects.requireNonNull(alertName);
            case SCORE ->
                    value == null
                            ? MessageName.ofForgotten(key, timestampMillis)
                            : MessageName.ofScore(key, value);
            case QUALITY -> MessageName.ofQuality(key, timestampMillis);
            case DEAD_LETTER, TRAINING, PUBLISHED ->
                    throw new IllegalStateException("only a message to subscribers has a name");
        };
    }

    /** Why and whence, for a dead letter alone. */
    public Refused refused() {
        return Objects.requireNonNull(refused, "only a dead letter was refused");
    }

    /**
     * Why a record was refused.
     *
     * @param origin where it was read from
     * @param detail what exactly was wrong, in a few words
     */
    public record Refused(Origin origin, RejectReason reason, String detail) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EncodedRecord that
                && kind == that.kind
                && timestampMillis == that.timestampMillis
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && Objects.equals(alertName, that.alertName)
                && Objects.equals(refused, that.refused);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                kind,
                timestampMillis,
                Arrays.hashCode(key),
                Arrays.hashCode(value),
                alertName,
                refused);
    }

    @Override
    public String toString() {
        String text = value == null ? "tombstone" : new String(value, StandardCharsets.UTF_8);
        return kind + " " + new String(key, StandardCharsets.UTF_8) + " " + text;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
