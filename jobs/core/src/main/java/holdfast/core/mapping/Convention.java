package holdfast.core.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A well-known form of messages, and where it keeps what a mapping needs.
 *
 * @param knownBy fields that all its records have
 * @param fields of each role, in the order in which they are asked
 * @param note what to know about it; may be empty
 */
record Convention(
        String name, List<String> knownBy, Map<FieldRole, List<String>> fields, String note) {

    /** The known forms; of several that fit, the first counts. */
    static final List<Convention> ALL =
            List.of(
                    form("Holdfast's own form", "customer_id event_time event_name")
                            .with(FieldRole.CUSTOMER, "customer_id")
                            .with(FieldRole.EVENT, "event_name")
                            .with(FieldRole.TIME, "event_time")
                            .with(FieldRole.MESSAGE_ID, "message_id event_id")
                            .with(FieldRole.AMOUNT, "amount")
                            .with(FieldRole.CURRENCY, "currency")
                            .with(FieldRole.REFERS_TO, "refers_to_time"),
                    form("a CloudEvents envelope", "specversion id source type")
                            .with(FieldRole.EVENT, "type")
                            .with(FieldRole.TIME, "time")
                            .with(FieldRole.MESSAGE_ID, "id"),
                    form("a Segment export", "messageId timestamp type")
                            .with(FieldRole.CUSTOMER, "userId")
                            .with(FieldRole.EVENT, "event type")
                            .with(FieldRole.TIME, "timestamp originalTimestamp")
                            .with(FieldRole.MESSAGE_ID, "messageId")
                            .with(
                                    FieldRole.AMOUNT,
                                    "properties.total properties.revenue properties.value")
                            .with(FieldRole.CURRENCY, "properties.currency")
                            .with(FieldRole.REFERS_TO, "properties.refers_to_time")
                            .noting("page and identify calls have no event: their type names them"),
                    form("a GA4 export", "event_name event_timestamp user_pseudo_id")
                            .with(FieldRole.CUSTOMER, "user_id")
                            .with(FieldRole.EVENT, "event_name")
                            .with(FieldRole.TIME, "event_timestamp")
                            .with(FieldRole.AMOUNT, "ecommerce.purchase_revenue ecommerce.value")
                            .noting(
                                    "event_params is a list: what it holds, such as the currency,"
                                            + " cannot be mapped; amounts count as the playbook's"
                                            + " currency"),
                    form("Snowplow's enriched events", "event_id collector_tstamp event")
                            .with(FieldRole.CUSTOMER, "user_id")
                            .with(FieldRole.EVENT, "event_name event")
                            .with(FieldRole.TIME, "derived_tstamp collector_tstamp")
                            .with(FieldRole.MESSAGE_ID, "event_id")
                            .with(FieldRole.AMOUNT, "tr_total")
                            .with(FieldRole.CURRENCY, "tr_currency"),
                    form("a Mixpanel export", "event properties.distinct_id properties.time")
                            .with(FieldRole.CUSTOMER, "properties.$user_id properties.distinct_id")
                            .with(FieldRole.EVENT, "event")
                            .with(FieldRole.TIME, "properties.time")
                            .with(FieldRole.MESSAGE_ID, "properties.$insert_id"),
                    form("an Amplitude export", "amplitude_id event_type event_time")
                            .with(FieldRole.CUSTOMER, "user_id")
                            .with(FieldRole.EVENT, "event_type")
                            .with(FieldRole.TIME, "event_time client_event_time")
                            .with(FieldRole.MESSAGE_ID, "$insert_id insert_id"),
                    form("Shopify orders", "financial_status created_at total_price")
                            .with(FieldRole.CUSTOMER, "customer.id")
                            .with(FieldRole.EVENT, "financial_status")
                            .with(FieldRole.TIME, "created_at")
                            .with(FieldRole.AMOUNT, "total_price")
                            .with(FieldRole.CURRENCY, "currency")
                            // An order comes again when it is paid or refunded: no duplicate.
                            .without(FieldRole.MESSAGE_ID)
                            .noting(
                                    "orders name no event: financial_status (paid, refunded, ...)"
                                            + " stands for it; put its words into the playbook's"
                                            + " categories"));

    private static Convention form(String name, String knownBy) {
        return new Convention(name, List.of(knownBy.split(" ")), Map.of(), "");
    }

    private Convention with(FieldRole role, String paths) {
        return with(role, List.of(paths.split(" ")));
    }

    private Convention without(FieldRole role) {
        return with(role, List.of());
    }

    private Convention with(FieldRole role, List<String> paths) {
        Map<FieldRole, List<String>> more = new EnumMap<>(FieldRole.class);
        more.putAll(fields);
        more.put(role, paths);
        return new Convention(name, knownBy, more, note);
    }

    private Convention noting(String text) {
        return new Convention(name, knownBy, fields, text);
    }

    /** Whether it is known to have nothing that could be this. */
    boolean lacks(FieldRole role) {
        List<String> paths = fields.get(role);
        return paths != null && paths.isEmpty();
    }

    /** The fields it has for a role; none when it does not say. */
    List<String> fieldsOf(FieldRole role) {
        return fields.getOrDefault(role, List.of());
    }
}
