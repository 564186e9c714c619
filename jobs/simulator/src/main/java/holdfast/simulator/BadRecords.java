package holdfast.simulator;

import holdfast.core.activity.SourceKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the records that faults add to the traffic. */
final class BadRecords {
    private static final long DAY_MILLIS = 86_400_000;
    private static final int BROKEN_KINDS = 10;
    private static final int RANDOM_BYTES_MAX = 200;
    private static final int PRODUCTS = 400;
    private static final long PRICE_MINOR = 9_90;
    private static final byte[] AVRO_MARKER = {(byte) 0xC3, 1};
    private static final byte[] REGISTRY_MARKER = {0, 0x7f};
    private static final byte[] UNKNOWN_MARKER = {7};

    private final EventWriter writer;

    BadRecords(EventWriter writer) {
        this.writer = writer;
    }

    /** A bad record that arrives with a good one. */
    SimulatedRecord beside(SimulatedRecord good, Expected kind, Shopper shopper) {
        long timeMillis = good.eventTimeMillis();
        RandomStream traffic = shopper.traffic();
        return switch (kind) {
            case GOOD, LATE -> throw new IllegalArgumentException("not a bad record: " + kind);
            case DUPLICATE -> good.with(kind, good.value());
            case EMPTY -> good.with(kind, new byte[0]);
            case BROKEN -> good.with(kind, broken(order(shopper, timeMillis), good, traffic));
            case SECONDS -> {
                String seconds = Long.toString(timeMillis / 1000);
                byte[] value = writer.odd(order(shopper, timeMillis), seconds, "19.90");
                yield beside(good, SourceKind.TRANSACTION, good.key(), value, kind);
            }
            case OTHER_CURRENCY -> {
                Heading heading = order(shopper, timeMillis);
                byte[] value = writer.order(heading, heading.messageId(), PRICE_MINOR, "USD");
                yield beside(good, SourceKind.TRANSACTION, good.key(), value, kind);
            }
            case ANONYMOUS -> {
                String device = "device-" + Long.toHexString(traffic.nextLong());
                Heading heading = shopper.heading("Product Viewed", timeMillis).of(device);
                byte[] value = writer.anonymous(heading, product(traffic), PRICE_MINOR);
                yield beside(good, SourceKind.CLICKSTREAM, null, value, kind);
            }
            case FUTURE -> future(good, shopper);
        };
    }

    private SimulatedRecord future(SimulatedRecord good, Shopper shopper) {
        RandomStream traffic = shopper.traffic();
        long aheadMillis = traffic.between(2 * DAY_MILLIS, 30 * DAY_MILLIS);
        long timeMillis = good.kafkaTimestampMillis() + aheadMillis;
        Heading heading = shopper.heading("Product Viewed", timeMillis);
        return new SimulatedRecord(
                SourceKind.CLICKSTREAM,
                good.key(),
                writer.product(heading, product(traffic), PRICE_MINOR),
                good.kafkaTimestampMillis(),
                timeMillis,
                Expected.FUTURE);
    }

    private byte[] broken(Heading heading, SimulatedRecord good, RandomStream traffic) {
        byte[] value = good.value();
        String time = "\"2024-05-06T07:08:09.000Z\"";
        return switch ((int) traffic.between(0, BROKEN_KINDS)) {
            case 0 -> Arrays.copyOf(value, (int) traffic.between(1, value.length));
            case 1 -> random((int) traffic.between(1, RANDOM_BYTES_MAX), traffic);
            case 2 -> writer.odd(heading, time, "NaN");
            case 3 -> writer.odd(heading, "true", "12.50");
            case 4 -> writer.odd(heading, "\"yesterday\"", "12.50");
            case 5 -> writer.odd(heading, "\"9999-12-31T23:59:59.999Z\"", "12.50");
            case 6 -> writer.odd(heading, "\"1970-01-01T00:00:00.000Z\"", "12.50");
            case 7 -> behind(AVRO_MARKER, random(40, traffic));
            case 8 -> behind(REGISTRY_MARKER, random(40, traffic));
            default -> behind(UNKNOWN_MARKER, value);
        };
    }

    private static Heading order(Shopper shopper, long timeMillis) {
        return shopper.heading("Order Completed", timeMillis);
    }

    private static int product(RandomStream traffic) {
        return (int) traffic.between(1, PRODUCTS + 1);
    }

    private static SimulatedRecord beside(
            SimulatedRecord good,
            SourceKind source,
            @Nullable String key,
            byte[] value,
            Expected kind) {
        return new SimulatedRecord(
                source, key, value, good.kafkaTimestampMillis(), good.eventTimeMillis(), kind);
    }

    private static byte[] random(int length, RandomStream traffic) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) traffic.nextLong();
        }
        return bytes;
    }

    private static byte[] behind(byte[] prefix, byte[] rest) {
        byte[] bytes = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, bytes, prefix.length, rest.length);
        return bytes;
    }
}
