package holdfast.flink.wire;

import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Mapping;
import holdfast.schemas.v1.CustomerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Records as producers would send them, and normalizers that read them. */
final class TestingWire {
    /** The Kafka timestamp of every record here: 2024-03-01T12:00:00Z. */
    static final long NOW = Instant.parse("2024-03-01T12:00:00Z").toEpochMilli();

    static final WireLimits LIMITS = WireLimits.DEFAULT;
    static final Origin ORIGIN = new Origin("clickstream.events.v1", 3, 41, NOW);

    private TestingWire() {}

    static Normalizer normalizer(SourceKind source) {
        return normalizer(source, "EUR");
    }

    static Normalizer normalizer(SourceKind source, String currency) {
        return Normalizer.of(source, Mapping.DEFAULT, Currency.getInstance(currency), LIMITS);
    }

    /** JSON with single quotes for double ones. */
    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static Arrival event(String json) {
        return normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, json(json));
    }

    /** A sound event with one more field. */
    static Arrival eventWith(String field) {
        return event(
                "{'userId':'c1','event':'Order Completed','timestamp':'2024-03-01T11:00:00Z',"
                        + field
                        + "}");
    }

    static Arrival eventAt(String time) {
        return event("{'userId':'c1','event':'Order Completed','timestamp':" + time + "}");
    }

    static byte[] avro(SpecificRecordBase record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new BinaryMessageEncoder<SpecificRecordBase>(
                            SpecificData.getForClass(record.getClass()), record.getSchema())
                    .encode(record, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CustomerEvent.Builder avroEvent() {
        return CustomerEvent.newBuilder()
                .setCustomerId("c1")
                .setEventName("Order Completed")
                .setEventTime(Instant.parse("2024-03-01T11:00:00Z"))
                .setMessageId("m1")
                .setAmountMinor(1250L)
                .setCurrency("EUR")
                .setAttributes(Map.of("page", "/basket", "größe", "XL"));
    }
}
