package holdfast.app.registry;

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
 * @param basic where user:password is found, null for none
 * @param bearer where a token is found, null for none
 */
public record RegistrySettings(
        String url, @Nullable SecretReference basic, @Nullable SecretReference bearer)
        implements Serializable {

    /** The registry that the options name, if they name one. */
    public static Optional<RegistrySettings> of(Configuration options) {
        SecretReference basic = secret(options, ScoringOptions.REGISTRY_BASIC_AUTH);
        SecretReference bearer = secret(options, ScoringOptions.REGISTRY_BEARER_TOKEN);
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
     * @throws holdfast.app.shell.FailedRunException if the secret is not found
     */
    Optional<String> authorization() {
        if (basic != null) {
            byte[] login = basic.secret().getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(login));
        }
        return Optional.ofNullable(bearer).map(token -> "Bearer " + token.secret());
    }

    private static @Nullable SecretReference secret(
            Configuration options, ConfigOption<String> option) {
        String text = options.get(option);
        if (text == null) {
            return null;
        }
        SecretReference reference = SecretReference.parse(text);
        if (reference == null) {
            throw new WrongUseException(
                    option.key()
                            + " must refer to the secret, as ${env:NAME}, ${file:/path:key} or"
                            + " ${directory:/path:name} (what was given is not repeated here)");
        }
        return reference;
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
