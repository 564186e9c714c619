package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import holdfast.core.activity.Activity;
import java.util.Currency;

/** Writes activities as the events of a web shop would arrive; {@link Normalizer} reads them. */
public final class EventEncoder {
    private final JsonFactory json =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private final Currency currency;

    /**
     * @param currency what the activities' minor units count
     */
    public EventEncoder(Currency currency) {
        this.currency = currency;
    }

    /**
     * An event in the shape of Segment's track call.
     *
     * @param messageId what tells deliveries of the same event; empty for none. The activity's own
     *     hash of it is not used
     */
    public byte[] segmentJson(Activity activity, String messageId) {
        JsonRecord out = new JsonRecord(json);
        out.text("type", "track")
                .text("messageId", messageId)
                .text("userId", activity.customerId())
                .text("event", activity.name())
                .instant("timestamp", activity.timeMillis());
        if (activity.amountMinor() != 0 || activity.refersToMillis() != 0) {
            out.object("properties", () -> properties(out, activity));
        }
        return out.toBytes();
    }

    private void properties(JsonRecord out, Activity activity) {
        if (activity.amountMinor() != 0) {
            out.money("total", activity.amountMinor(), currency)
                    .text("currency", currency.getCurrencyCode());
        }
        if (activity.refersToMillis() != 0) {
            out.instant("refers_to_time", activity.refersToMillis());
        }
    }
}
