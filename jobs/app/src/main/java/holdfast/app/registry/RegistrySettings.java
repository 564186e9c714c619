package holdfast.app.registry;

import holdfast.app.kafka.SecretReferences;
import holdfast.app.options.ScoringOptions;
import holdfast.app.shell.WrongUseException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the schema registry.
 *
 * @param url of the interface that has {@code /subjects}, without a slash at the end
 * @param basic reference to user:password, null for none
 * @param bearer reference to a token, null for none
 */
public record RegistrySettings(String url, @Nullable String basic, @Nullable String bearer)
        implements Serializable {

    /** The registry that the options name, if they name one. */
    public static Optional<RegistrySettings> of(Configuration options) {
        String basic = reference(options, ScoringOptions.REGISTRY_BASIC_AUTH);
        String bearer = reference(options, ScoringOptions.REGISTRY_BEARER_TOKEN);
        if (basic != null && bearer != null) {
            throw new WrongUseException(
                    "registry.basic-auth and registry.bearer-token exclude each other");
        }
        return options.getOptional(ScoringOptions.REGISTRY_URL)
                .map(url -> new RegistrySettings(checked(url), basic, bearer));
    }

    /** A registry that asks nobody who they are. */
    public static RegistrySettings at(String url) {
        return new RegistrySettings(checked(url), null, null);
    }

    /**
     * The value of the Authorization header, read anew.
     *
     * @throws WrongUseException if a reference leads nowhere
     */
    Optional<String> authorization() {
        if (basic != null) {
            byte[] login =
                    SecretReferences.secret("registry.basic-auth", basic)
                            .getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(login));
        }
        return Optional.ofNullable(bearer)
                .map(token -> "Bearer " + SecretReferences.secret("registry.bearer-token", token));
    }

    private static @Nullable String reference(Configuration options, ConfigOption<String> option) {
        String text = options.get(option);
        if (text == null) {
            return null;
        }
        if (!SecretReferences.isReference(text)) {
            throw new WrongUseException(
                    option.key()
                            + " must refer to the secret, as ${env:NAME}, ${file:/path:key} or"
                            + " ${directory:/path:name} (what was given is not repeated here)");
        }
        return text;
    }

    private static String checked(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null) {
                throw new WrongUseException(
                        "registry.url must name no user and no password; give them by"
                                + " registry.basic-auth=${env:NAME}");
            }
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return text.replaceAll("/+$", "");
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new WrongUseException(
                "registry.url must be http(s)://HOST[:PORT][/PATH] (got \"" + text + "\")");
    }
}
