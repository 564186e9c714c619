package holdfast.flink.wire;

import holdfast.schemas.v1.Tick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the records of the tick topic; {@link Normalizer#ofTicks} reads them. */
public final class Ticks {
    private Ticks() {}

    /**
     * A tick as JSON.
     *
     * @param timeMillis the time that it is now, UTC
     * @param sequence count of ticks since the ticker started
     */
    public static byte[] json(long timeMillis, long sequence) {
        String text =
                "{\"event_time\":\"%s\",\"sequence\":%d}"
                        .formatted(Instant.ofEpochMilli(timeMillis), sequence);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A tick as Avro single-object. */
    public static byte[] avro(long timeMillis, long sequence) {
        return FramedRecords.singleObject(Tick.class)
                .bytes(
                        Tick.newBuilder()
                                .setEventTime(Instant.ofEpochMilli(timeMillis))
                                .setSequence(sequence)
                                .build());
    }
}
