package holdfast.flink.wire;

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
                alert -> RegistryFrame.bytes(alertSchemaId, alert),
                score -> RegistryFrame.bytes(scoreSchemaId, score));
    }
}
