package holdfast.core.activity;

import java.util.Objects;

/**
 * One validated customer event.
 *
 * @param customerId who did it; never empty
 * @param timeMillis when it happened, in milliseconds since 1970 UTC; not negative
 * @param name what it was, as the sender calls it; never empty
 * @param amountMinor money in minor units of the playbook's currency, signed; 0 if there is none
 * @param refersToMillis the time of the earlier event that this one reverses, such as the order of
 *     a refund; 0 if it stands at its own time
 * @param messageHash hash of the sender's message id; 0 if it sent none
 * @param source the kind of input it came from
 */
public record Activity(
        String customerId,
        long timeMillis,
        String name,
        long amountMinor,
        long refersToMillis,
        long messageHash,
        SourceKind source) {

    public Activity {
        Objects.requireNonNull(source, "source");
        if (customerId.isEmpty()) {
            throw new IllegalArgumentException("an activity needs a customer id");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an activity needs a name");
        }
        if (timeMillis < 0) {
            throw new IllegalArgumentException("time must not lie before 1970: " + timeMillis);
        }
        if (refersToMillis < 0) {
            throw new IllegalArgumentException(
                    "an activity cannot refer to a time before 1970: " + refersToMillis);
        }
    }

    /** The time whose figures this activity changes: what it refers to, or else its own time. */
    public long countsAtMillis() {
        return refersToMillis == 0 ? timeMillis : refersToMillis;
    }
}
