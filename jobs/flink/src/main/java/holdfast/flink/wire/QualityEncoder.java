package holdfast.flink.wire;

/** Writes what was learned, and how good it is, as the records that readers get. */
public final class QualityEncoder {

    private final WireFormat format;
    private final QualityJson json = new QualityJson();
    private final QualityAvro avro = new QualityAvro();

    public QualityEncoder(WireFormat format) {
        this.format = format;
    }

    /** The record, keyed by the outcome. */
    public EncodedRecord encode(holdfast.core.learning.QualityReport report) {
        byte[] value =
                switch (format) {
                    case JSON -> json.bytes(report);
                    case AVRO -> avro.bytes(report);
                };
        return EncodedRecord.quality(report.outcome(), report.lesson().atMillis(), value);
    }
}
