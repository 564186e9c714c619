package holdfast.app.registry;

import holdfast.app.options.ScoringOptions;
import holdfast.flink.wire.SchemaSource;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words by which a person says which registry a command asks for schemas. */
public final class RegistryArguments {

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "The schema registry, for messages in its Avro frame.")
    private @Nullable String url;

    @Option(
            names = "--registry-basic-auth",
            paramLabel = "REFERENCE",
            description = "Where its user:password is found, such as $${env:NAME}.")
    private @Nullable String basicAuth;

    @Option(
            names = "--registry-bearer-token",
            paramLabel = "REFERENCE",
            description = "Where its token is found, such as $${env:NAME}.")
    private @Nullable String bearerToken;

    /**
     * The registry that was named, or none.
     *
     * @throws holdfast.app.shell.WrongUseException if it is named wrongly
     */
    public SchemaSource schemas() {
        Configuration options = new Configuration();
        if (url != null) {
            options.set(ScoringOptions.REGISTRY_URL, url);
        }
        if (basicAuth != null) {
            options.set(ScoringOptions.REGISTRY_BASIC_AUTH, basicAuth);
        }
        if (bearerToken != null) {
            options.set(ScoringOptions.REGISTRY_BEARER_TOKEN, bearerToken);
        }
        return RegistrySettings.of(options)
                .<SchemaSource>map(settings -> new PromptSchemas(new RegistryClient(settings)))
                .orElseGet(SchemaSource::none);
    }
}
