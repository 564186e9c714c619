package holdfast.app.registry;

import holdfast.flink.wire.SchemaSource;
import java.util.Optional;

/** Opens, in each task, what knows the schemas of records in a registry's frame. */
public record RegisteredSource(RegistrySettings settings) implements SchemaSource.Factory {

    private static final long serialVersionUID = 1L;

    /** Of the registry, or of none. */
    public static SchemaSource.Factory of(Optional<RegistrySettings> registry) {
        return registry.<SchemaSource.Factory>map(RegisteredSource::new).orElse(SchemaSource::none);
    }

    @Override
    public SchemaSource open() {
        return new RegistrySchemas(new RegistryClient(settings), RegistrySchemas.Pauses.DEFAULT);
    }
}
