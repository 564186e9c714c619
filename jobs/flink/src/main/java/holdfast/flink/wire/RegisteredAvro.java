package holdfast.flink.wire;

import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.RetentionAlert;

/**
 * Avro in a schema registry's frame: 00, the schema's id in four bytes, the record.
 *
 * @param alertSchemaId under which the registry holds the schema of alerts
 * @param scoreSchemaId under which it holds the schema of scores
 */
public record RegisteredAvro(int alertSchemaId, int scoreSchemaId) implements Encoding {

    private static final long serialVersionUID = 1L;

    @Override
    public Encoder encoder() {
        return new AvroEncoder(
                FramedRecords.registered(alertSchemaId, RetentionAlert.class),
                FramedRecords.registered(scoreSchemaId, ChurnScore.class));
    }
}
