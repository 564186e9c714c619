package holdfast.flink.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The steps that read single values: texts, numbers, times, decimals. */
final class WriterScalars {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long MILLI_MICROS = 1_000;
    private static final long MILLI_NANOS = 1_000_000;
    private static final int UUID_BYTES = 16;

    /** More would be a number of over 77 digits. */
    private static final int DECIMAL_BYTES_MAX = 32;

    private WriterScalars() {}

    static FieldStep step(Schema schema, List<Target> targets, boolean ownUnits) {
        return targets.isEmpty() ? skip(schema) : take(schema, targets, ownUnits);
    }

    private static FieldStep skip(Schema schema) {
        int size = schema.getType() == Schema.Type.FIXED ? schema.getFixedSize() : 0;
        return switch (schema.getType()) {
            case NULL -> in -> {};
            case BOOLEAN -> in -> in.decoder().skipFixed(1);
            case INT, LONG, ENUM -> in -> in.decoder().readLong();
            case FLOAT -> in -> in.decoder().skipFixed(Float.BYTES);
            case DOUBLE -> in -> in.decoder().skipFixed(Double.BYTES);
            case STRING, BYTES -> in -> in.decoder().skipBytes();
            case FIXED -> in -> in.decoder().skipFixed(size);
            case RECORD, ARRAY, MAP, UNION -> throw new IllegalArgumentException("no single value");
        };
    }

    private static FieldStep take(Schema schema, List<Target> targets, boolean ownUnits) {
        return switch (schema.getType()) {
            case NULL -> in -> {};
            case BOOLEAN ->
                    in -> {
                        in.decoder().skipFixed(1);
                        in.other(targets);
                    };
            case INT, LONG -> whole(schema, targets, ownUnits);
            case FLOAT -> in -> fraction(in, targets, Float.toString(in.decoder().readFloat()));
            case DOUBLE -> in -> fraction(in, targets, Double.toString(in.decoder().readDouble()));
            case STRING -> in -> in.text(targets, in.decoder().readString());
            case ENUM -> symbol(schema.getEnumSymbols(), targets);
            case BYTES -> in -> bytes(in, targets, in.decoder().readBytes(null), schema);
            case FIXED -> fixed(schema, targets);
            case RECORD, ARRAY, MAP, UNION -> throw new IllegalArgumentException("no single value");
        };
    }

    private static FieldStep whole(Schema schema, List<Target> targets, boolean ownUnits) {
        LogicalType logical = schema.getLogicalType();
        return switch (logical == null ? "" : logical.getName()) {
            case "timestamp-millis", "local-timestamp-millis" ->
                    in -> in.instant(targets, in.decoder().readLong());
            case "timestamp-micros", "local-timestamp-micros" ->
                    in -> in.instant(targets, Math.floorDiv(in.decoder().readLong(), MILLI_MICROS));
            case "timestamp-nanos", "local-timestamp-nanos" ->
                    in -> in.instant(targets, Math.floorDiv(in.decoder().readLong(), MILLI_NANOS));
            case "date" -> in -> in.instant(targets, in.decoder().readInt() * DAY_MILLIS);
            default ->
                    ownUnits
                            ? in -> in.whole(targets, in.decoder().readLong())
                            : in -> in.number(targets, Long.toString(in.decoder().readLong()));
        };
    }

    /** Not every double is a number, and JSON has no others. */
    private static void fraction(FieldInput in, List<Target> targets, String digits) {
        if (Character.isDigit(digits.charAt(digits.length() - 1))) {
            in.number(targets, digits);
        } else {
            in.other(targets);
        }
    }

    private static FieldStep symbol(List<String> symbols, List<Target> targets) {
        return in -> {
            int chosen = in.decoder().readEnum();
            if (chosen < 0 || chosen >= symbols.size()) {
                throw new IOException("an enum has no symbol " + chosen);
            }
            in.text(targets, symbols.get(chosen));
        };
    }

    private static FieldStep fixed(Schema schema, List<Target> targets) {
        int size = schema.getFixedSize();
        if (size > DECIMAL_BYTES_MAX) {
            return in -> {
                in.decoder().skipFixed(size);
                in.other(targets);
            };
        }
        return in -> {
            byte[] bytes = new byte[size];
            in.decoder().readFixed(bytes, 0, size);
            bytes(in, targets, ByteBuffer.wrap(bytes), schema);
        };
    }

    private static void bytes(
            FieldInput in, List<Target> targets, ByteBuffer bytes, Schema schema) {
        LogicalType logical = schema.getLogicalType();
        int length = bytes.remaining();
        if (logical instanceof LogicalTypes.Decimal decimal
                && length > 0
                && length <= DECIMAL_BYTES_MAX) {
            byte[] unscaled = new byte[length];
            bytes.get(unscaled);
            in.number(
                    targets,
                    new BigDecimal(new BigInteger(unscaled), decimal.getScale()).toString());
        } else if (length == UUID_BYTES && logical != null && logical.getName().equals("uuid")) {
            in.text(targets, new UUID(bytes.getLong(), bytes.getLong()).toString());
        } else {
            in.other(targets);
        }
    }
}
