package holdfast.flink.wire;

/** How alerts and scores are written. */
public enum WireFormat {
    JSON,
    /** Avro single-object encoding. */
    AVRO;

    /** A new encoder, for one task. */
    public Encoder encoder() {
        return switch (this) {
            case JSON -> new JsonEncoder();
            case AVRO -> new AvroEncoder();
        };
    }
}
