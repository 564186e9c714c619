package holdfast.flink.wire;

import holdfast.core.time.Pin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of something that every customer is judged by, as it was published and not yet
 * checked. Immutable.
 */
public final class Publication {
    /** What is published. */
    public enum Kind {
        PLAYBOOK(1),
        MODEL(2),
        POPULATION(3),
        /** Alerts are held back from an instant on; the value says nothing. */
        PAUSE(4),
        /** Alerts are no longer held back; the value says nothing. */
        RESUME(5),
        /** A model that stays until another is pinned or released. */
        PINNED_MODEL(6),
        /** A model from which later ones take over again. */
        RELEASED_MODEL(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number that stands for this kind in bytes; never reused. */
        public int code() {
            return code;
        }

        /** What a publication of this kind says about later ones. */
        public Pin pin() {
            return switch (this) {
                case PLAYBOOK, MODEL, POPULATION, PAUSE, RESUME -> Pin.NONE;
                case PINNED_MODEL -> Pin.PINNED;
                case RELEASED_MODEL -> Pin.RELEASED;
            };
        }

        /** A model that says this about later ones. */
        public static Kind model(Pin pin) {
            return switch (pin) {
                case NONE -> MODEL;
                case PINNED -> PINNED_MODEL;
                case RELEASED -> RELEASED_MODEL;
            };
        }

        /** The kind of a code, as {@link #code()} gives it. */
        public static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of publication has the code " + code);
        }
    }

    private final Kind kind;
    private final Origin origin;
    private final long effectiveFromMillis;
    private final byte[] value;

    /**
     * @param effectiveFromMillis decisions from this instant on use it; a model and population
     *     figures name their own instant, which counts instead
     * @param value the record's value, not to be changed afterwards
     */
    public Publication(Kind kind, Origin origin, long effectiveFromMillis, byte[] value) {
        this.kind = kind;
        this.origin = origin;
        this.effectiveFromMillis = effectiveFromMillis;
        this.value = value;
    }

    public Kind kind() {
        return kind;
    }

    public Origin origin() {
        return origin;
    }

    public long effectiveFromMillis() {
        return effectiveFromMillis;
    }

    /** The same publication, holding from another instant on. */
    public Publication effectiveFrom(long millis) {
        return new Publication(kind, origin, millis, value);
    }

    /** The value as it came, shared and not to be changed. */
    public byte[] value() {
        return value;
    }

    /** The value as text. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Publication that
                && kind == that.kind
                && origin.equals(that.origin)
                && effectiveFromMillis == that.effectiveFromMillis
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, origin, effectiveFromMillis, Arrays.hashCode(value));
    }

    @Override
    public String toString() {
        return kind + " from " + effectiveFromMillis + ", " + value.length + " bytes, " + origin;
    }
}
