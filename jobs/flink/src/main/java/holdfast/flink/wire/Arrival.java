package holdfast.flink.wire;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One input record after the edge: what it means, or why it is refused. Immutable.
 *
 * <p>The original bytes travel along only where they may still be needed for a dead letter: with a
 * refused record, and with an activity of negative amount, which only the playbook in force can
 * judge.
 */
public final class Arrival {
    /** What a record turned out to be. */
    public enum Kind {
        /** A checked activity of a known customer. */
        ACTIVITY(1),
        /** An order of the control topic. */
        CONTROL(2),
        /** The clock. */
        TICK(3),
        /** A record that is refused, with its reason and bytes. */
        REJECTED(4),
        /** A sound record that names no customer. */
        UNIDENTIFIED(5);

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
            throw new IllegalArgumentException("no kind of arrival has the code " + code);
        }
    }

    private static final byte[] NO_BYTES = {};

    private final Kind kind;
    private final Origin origin;
    private final SourceKind source;
    private final long timeMillis;
    private final @Nullable Activity activity;
    private final @Nullable ControlOrder order;
    private final @Nullable RejectReason reason;
    private final String detail;
    private final byte[] bytes;

    private Arrival(
            Kind kind,
            Origin origin,
            SourceKind source,
            long timeMillis,
            @Nullable Activity activity,
            @Nullable ControlOrder order,
            @Nullable RejectReason reason,
            String detail,
            byte[] bytes) {
        this.kind = kind;
        this.origin = origin;
        this.source = source;
        this.timeMillis = timeMillis;
        this.activity = activity;
        this.order = order;
        this.reason = reason;
        this.detail = detail;
        this.bytes = bytes;
    }

    /** A checked activity that nothing can refuse any more. */
    public static Arrival activity(Origin origin, Activity activity) {
        return activity(origin, activity, NO_BYTES);
    }

    /** A checked activity; {@code bytes} is empty, or the original value for a later refusal. */
    public static Arrival activity(Origin origin, Activity activity, byte[] bytes) {
        return new Arrival(
                Kind.ACTIVITY,
                origin,
                activity.source(),
                activity.timeMillis(),
                activity,
                null,
                null,
                "",
                bytes);
    }

    /** A checked order. */
    public static Arrival control(Origin origin, ControlOrder order) {
        return new Arrival(
                Kind.CONTROL,
                origin,
                SourceKind.CONTROL,
                order.timeMillis(),
                null,
                order,
                null,
                "",
                NO_BYTES);
    }

    /** The clock at {@code timeMillis}. */
    public static Arrival tick(Origin origin, long timeMillis) {
        return new Arrival(
                Kind.TICK, origin, SourceKind.CONTROL, timeMillis, null, null, null, "", NO_BYTES);
    }

    /** A sound record without a customer. */
    public static Arrival unidentified(Origin origin, SourceKind source, long timeMillis) {
        return new Arrival(
                Kind.UNIDENTIFIED, origin, source, timeMillis, null, null, null, "", NO_BYTES);
    }

    /** A refused record with its original value. */
    public static Arrival rejected(
            Origin origin, SourceKind source, RejectReason reason, String detail, byte[] bytes) {
        return new Arrival(Kind.REJECTED, origin, source, 0, null, null, reason, detail, bytes);
    }

    /** This activity as a refused record; only for an activity that carries its bytes. */
    public Arrival refused(RejectReason why, String because) {
        if (kind != Kind.ACTIVITY || bytes.length == 0) {
            throw new IllegalStateException("carries no bytes to refuse");
        }
        return rejected(origin, source, why, because, bytes);
    }

    public Kind kind() {
        return kind;
    }

    public Origin origin() {
        return origin;
    }

    /** Where the record came from; a tick counts as control. */
    public SourceKind source() {
        return source;
    }

    /** Event time, UTC; 0 for a refused record, whose time must move nothing. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The customer concerned, empty when there is none: the key of the stream. */
    public String customerId() {
        if (activity != null) {
            return activity.customerId();
        }
        return order == null ? "" : order.customerId();
    }

    /** The activity of an ACTIVITY. */
    public Activity activity() {
        return required(activity);
    }

    /** The order of a CONTROL. */
    public ControlOrder order() {
        return required(order);
    }

    /** Why a REJECTED record is refused. */
    public RejectReason reason() {
        return required(reason);
    }

    /** What exactly was wrong, in a few words; empty unless REJECTED. */
    public String detail() {
        return detail;
    }

    /** The original value, shared and not to be changed; empty when it is no longer needed. */
    public byte[] bytes() {
        return bytes;
    }

    private <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not a part of " + kind);
        }
        return part;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arrival that
                && kind == that.kind
                && origin.equals(that.origin)
                && source == that.source
                && timeMillis == that.timeMillis
                && Objects.equals(activity, that.activity)
                && Objects.equals(order, that.order)
                && reason == that.reason
                && detail.equals(that.detail)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, origin, source, timeMillis, activity, order, reason, detail);
    }

    @Override
    public String toString() {
        return kind
                + " "
                + origin
                + " "
                + (activity != null ? activity : order != null ? order : reason + " " + detail);
    }
}
