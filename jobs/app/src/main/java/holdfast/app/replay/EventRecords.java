package holdfast.app.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.csv.EventLog;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns the rows of a log into records as a shop would send them: JSON with Segment's names, keyed
 * by customer, stamped with the time of the event. Not thread-safe.
 *
 * <p>All rows go to one topic, so that nobody who reads faster in one topic than in another finds a
 * customer's rows out of order: to the transactions if the log has amounts, else to the
 * clickstream. Rows carry no message id, so none is taken for a duplicate.
 */
final class EventRecords {

    private final EventLog log;
    private final Currency currency;
    private final String topic;
    private final JsonFactory json = new JsonFactory();

    EventRecords(EventLog log, Currency currency, Topics topics) {
        this.log = log;
        this.currency = currency;
        this.topic =
                topics.name(log.facts().amountColumn() ? Topic.TRANSACTIONS : Topic.CLICKSTREAM);
    }

    ProducerRecord<byte[], byte[]> of(int event) {
        String customer = log.customerIds().get(log.customer(event));
        return new ProducerRecord<>(
                topic,
                null,
                log.timeMillis(event),
                customer.getBytes(StandardCharsets.UTF_8),
                value(event, customer));
    }

    private byte[] value(int event, String customer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("userId", customer);
            out.writeStringField("event", log.eventNames().get(log.name(event)));
            out.writeStringField(
                    "timestamp", Instant.ofEpochMilli(log.timeMillis(event)).toString());
            if (log.amountMinor(event) != 0) {
                writeMoney(out, log.amountMinor(event));
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void writeMoney(JsonGenerator out, long amountMinor) throws IOException {
        out.writeObjectFieldStart("properties");
        out.writeNumberField(
                "total", BigDecimal.valueOf(amountMinor, currency.getDefaultFractionDigits()));
        out.writeStringField("currency", currency.getCurrencyCode());
        out.writeEndObject();
    }
}
