package holdfast.flink.wire;

/** The ways of writing alerts and scores that need nobody else. */
public enum WireFormat implements Encoding {
    JSON,
    /** Avro single-object encoding. */
    AVRO;

    @Override
    public Encoder encoder() {
        return switch (this) {
            case JSON -> new JsonEncoder();
            case AVRO -> new AvroEncoder();
        };
    }
}
