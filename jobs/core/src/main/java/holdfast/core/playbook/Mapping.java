package holdfast.core.playbook;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the parts of an activity lie in a JSON message: of each list, the first path present wins.
 *
 * @param customer who did it; without any of these a record is unidentified
 * @param event the name of the event
 * @param time when it happened
 * @param messageId the sender's id of the message, for finding duplicates
 * @param amount money in major units
 * @param currency the amount's currency
 * @param refersTo the time of the earlier event that this one reverses
 */
public record Mapping(
        List<FieldPath> customer,
        List<FieldPath> event,
        List<FieldPath> time,
        List<FieldPath> messageId,
        List<FieldPath> amount,
        List<FieldPath> currency,
        List<FieldPath> refersTo) {
    private static final int PATHS_MAX = 8;

    /** Knows Segment's names, GA4's export and our own, in this order. */
    public static final Mapping DEFAULT =
            new Mapping(
                    paths("userId", "user_id", "customer_id"),
                    paths("event", "event_name", "event_type"),
                    paths("timestamp", "event_timestamp:micros", "event_time"),
                    paths("messageId", "event_id", "message_id"),
                    paths(
                            "properties.total",
                            "properties.revenue",
                            "properties.value",
                            "ecommerce.value",
                            "value",
                            "amount"),
                    paths("properties.currency", "ecommerce.currency", "currency"),
                    paths("properties.refers_to_time", "refers_to_time"));

    public Mapping {
        customer = checked("customer", customer);
        event = checked("event", event);
        time = checked("time", time);
        messageId = checked("message-id", messageId);
        amount = checked("amount", amount);
        currency = checked("currency", currency);
        refersTo = checked("refers-to", refersTo);
        if (customer.isEmpty() || event.isEmpty() || time.isEmpty()) {
            throw new IllegalArgumentException(
                    "a mapping needs a path to the customer, the event and the time");
        }
    }

    private static List<FieldPath> checked(String what, List<FieldPath> paths) {
        if (paths.size() > PATHS_MAX) {
            throw new IllegalArgumentException(
                    "%s must have at most %s paths: %s".formatted(what, PATHS_MAX, paths.size()));
        }
        return List.copyOf(paths);
    }

    private static List<FieldPath> paths(String... texts) {
        return Stream.of(texts).map(FieldPath::parse).toList();
    }
}
