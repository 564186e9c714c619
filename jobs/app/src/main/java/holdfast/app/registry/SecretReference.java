package holdfast.app.registry;

import holdfast.app.shell.FailedRunException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is found, in the form that Kafka's settings have: {@code ${env:NAME}}, {@code
 * ${file:/path:key}} or {@code ${directory:/path:name}}.
 *
 * <p>Only the reference travels with the job; each process reads the secret where it runs, anew
 * each time, so that a file may change.
 *
 * @param provider env, file or directory
 * @param place directory or file, empty for env
 * @param key within the place
 */
record SecretReference(String provider, String place, String key) implements Serializable {

    private static final Pattern FORM =
            Pattern.compile("\\$\\{(?:(env):()|(?:(file|directory):([^}]+):))([^:}]+)}");

    /** Reads a reference; null when the text has another form. */
    static @Nullable SecretReference parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        return form.group(1) != null
                ? new SecretReference(form.group(1), "", form.group(5))
                : new SecretReference(form.group(3), form.group(4), form.group(5));
    }

    /**
     * The secret, without white space around it.
     *
     * @throws FailedRunException if the reference leads nowhere here
     */
    String secret() {
        try (ConfigProvider found = provider(Map.of())) {
            String secret = found.get(place, Set.of(key)).data().get(key);
            if (secret != null) {
                return secret.strip();
            }
        } catch (IOException | ConfigException unreadable) {
            throw new FailedRunException(this + " cannot be read", unreadable);
        }
        throw new FailedRunException(this + " leads nowhere on this machine");
    }

    private ConfigProvider provider(Map<String, ?> settings) {
        ConfigProvider found =
                switch (provider) {
                    case "env" -> new EnvVarConfigProvider();
                    case "file" -> new FileConfigProvider();
                    default -> new DirectoryConfigProvider();
                };
        found.configure(settings);
        return found;
    }

    /** The reference as it was given. */
    @Override
    public String toString() {
        return "${" + provider + ":" + (place.isEmpty() ? "" : place + ":") + key + "}";
    }
}
