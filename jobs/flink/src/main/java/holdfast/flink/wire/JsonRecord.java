package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;

/**
 * One JSON object on its way out, in the order in which its fields are given.
 *
 * <p>What has no value is left out: empty texts, figures that are not finite.
 */
final class JsonRecord {
    /** Digits behind the point of shares and days: finer ones are noise. */
    private static final double FRACTION = 1e6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator json;

    JsonRecord(JsonFactory factory) {
        try {
            json = factory.createGenerator(bytes);
            json.writeStartObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    JsonRecord text(String name, String value) {
        try {
            if (!value.isEmpty()) {
                json.writeStringField(name, value);
            }
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    JsonRecord whole(String name, long value) {
        try {
            json.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    JsonRecord fraction(String name, double value) {
        try {
            if (Double.isFinite(value)) {
                json.writeNumberField(name, Math.rint(value * FRACTION) / FRACTION);
            }
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    JsonRecord truth(String name, boolean value) {
        try {
            json.writeBooleanField(name, value);
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Minor units, written as major units with all their digits. */
    JsonRecord money(String name, long minor, Currency currency) {
        try {
            json.writeNumberField(
                    name,
                    BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits())));
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    JsonRecord instant(String name, long millis) {
        return text(name, Instant.ofEpochMilli(millis).toString());
    }

    JsonRecord object(String name, Runnable fields) {
        try {
            json.writeObjectFieldStart(name);
            fields.run();
            json.writeEndObject();
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    <T> JsonRecord list(String name, List<T> items, Consumer<T> fields) {
        try {
            json.writeArrayFieldStart(name);
            for (T item : items) {
                json.writeStartObject();
                fields.accept(item);
                json.writeEndObject();
            }
            json.writeEndArray();
            return this;
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Ends the object. */
    byte[] toBytes() {
        try {
            json.writeEndObject();
            json.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    private static UncheckedIOException unexpected(IOException e) {
        return new UncheckedIOException("an array took no more bytes", e);
    }
}
