package holdfast.simulator;

/**
 * Writes events as JSON: clicks, orders and tickets in Segment's shape, profiles flat.
 *
 * <p>Not thread-safe.
 */
final class EventWriter {
    private static final String[] CATEGORIES = {
        "coffee", "tea", "honey", "spices", "oil & vinegar", "chocolate", "pasta", "gifts"
    };
    private static final String[] FIRST_NAMES = {
        "Ada", "Ben", "Clara", "Deniz", "Emma", "Farid", "Greta", "Hugo", "Ines", "Jonas"
    };
    private static final String[] LAST_NAMES = {
        "Albrecht", "Brandt", "D'Angelo", "Fischer", "Kaya", "Lindqvist", "Novak", "O'Neil"
    };

    private final JsonWriter json = new JsonWriter();

    byte[] product(Heading heading, int product, long priceMinor) {
        head(heading, "userId");
        return productProperties(product, priceMinor);
    }

    byte[] checkout(Heading heading, String orderId, long totalMinor) {
        head(heading, "userId").field("order_id").text(orderId);
        json.field("value").money(totalMinor).field("currency").text("EUR");
        return end();
    }

    byte[] order(Heading heading, String orderId, long totalMinor, String currency) {
        head(heading, "userId").field("order_id").text(orderId);
        json.field("total").money(totalMinor).field("currency").text(currency);
        return end();
    }

    byte[] refund(Heading heading, String orderId, long totalMinor, long orderedMillis) {
        head(heading, "userId").field("order_id").text(orderId);
        json.field("refers_to_time").instant(orderedMillis);
        json.field("total").money(totalMinor).field("currency").text("EUR");
        return end();
    }

    byte[] ticket(Heading heading, String ticketId) {
        head(heading, "userId").field("ticket_id").text(ticketId);
        return end();
    }

    byte[] profile(Heading heading, int name) {
        String first = FIRST_NAMES[name % FIRST_NAMES.length];
        String last = LAST_NAMES[name / FIRST_NAMES.length % LAST_NAMES.length];
        json.begin().field("customer_id").text(heading.customerId());
        json.field("event_type").text(heading.event());
        json.field("event_time").instant(heading.timeMillis());
        json.field("message_id").text(heading.messageId());
        json.field("name").text(first + " " + last).field("locale").text("de-DE");
        return json.close().toBytes();
    }

    /** A view by someone who has not signed in; the heading's customer is a device's id. */
    byte[] anonymous(Heading heading, int product, long priceMinor) {
        head(heading, "anonymousId");
        return productProperties(product, priceMinor);
    }

    /** An order whose time and total are raw JSON, right or wrong. */
    byte[] odd(Heading heading, String rawTime, String rawTotal) {
        json.begin().field("type").text("track").field("messageId").text(heading.messageId());
        json.field("userId").text(heading.customerId()).field("event").text(heading.event());
        json.field("timestamp").raw(rawTime).field("properties").open();
        json.field("total").raw(rawTotal).field("currency").text("EUR");
        return end();
    }

    private JsonWriter head(Heading heading, String identity) {
        json.begin().field("type").text("track").field("messageId").text(heading.messageId());
        json.field(identity).text(heading.customerId()).field("event").text(heading.event());
        json.field("timestamp").instant(heading.timeMillis());
        return json.field("properties").open();
    }

    private byte[] productProperties(int product, long priceMinor) {
        json.field("product_id").number(product);
        json.field("category").text(CATEGORIES[product % CATEGORIES.length]);
        json.field("price").money(priceMinor);
        return end();
    }

    private byte[] end() {
        return json.close().close().toBytes();
    }
}
