package holdfast.app.registry;

import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.UnknownSchemaException;
import java.util.concurrent.CancellationException;

/** Looks schemas up for a person, whose command ends when the registry does not answer. */
record PromptSchemas(RegistryClient client) implements SchemaSource {

    /**
     * {@inheritDoc}
     *
     * @throws holdfast.app.shell.FailedRunException if the registry does not answer
     */
    @Override
    public String schema(int id) throws UnknownSchemaException {
        try {
            RegistryAnswer answer = client.schema(id);
            if (answer.saysWhetherThereIsASchema()) {
                return answer.schema(id);
            }
            throw client.failure(answer.words());
        } catch (UnreachableRegistryException e) {
            throw client.failure(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
