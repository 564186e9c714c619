package holdfast.flink.wire;

import java.io.Serializable;
import java.util.concurrent.CancellationException;

/**
 * Gives the schemas of a registry by the ids that records carry. One task's own: not thread-safe.
 */
public interface SchemaSource {

    /**
     * The Avro schema of an id, as JSON.
     *
     * <p>Takes as long as the registry is away: what it will say once it is back cannot be guessed.
     *
     * @throws UnknownSchemaException if the registry has no Avro schema under this id
     * @throws CancellationException if the thread was interrupted while it waited
     */
    String schema(int id) throws UnknownSchemaException;

    /** Opens the source of each task. */
    interface Factory extends Serializable {
        SchemaSource open();
    }

    /** The source of a job without a registry: it knows no schema, and says what to do. */
    static SchemaSource none() {
        return id -> {
            throw new UnknownSchemaException(
                    "carries schema id "
                            + id
                            + " of a registry; start the job with --registry-url (registry.url)");
        };
    }
}
