package holdfast.app.kafka;

import holdfast.app.shell.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * References to secrets in client properties, in Kafka's own form: {@code ${env:NAME}}, {@code
 * ${file:/path:key}} for a key of a properties file, {@code ${directory:/path:name}} for a whole
 * file.
 *
 * <p>They stay references wherever settings travel, such as in a job's graph; each Kafka client
 * resolves them where it runs.
 */
public final class SecretReferences {

    private static final String PROVIDERS = "config.providers";
    private static final String PACKAGE = "org.apache.kafka.common.config.provider.";
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(env|file|directory):(?:([^}]*?):)?([^}]*?)}");

    private SecretReferences() {}

    /** Whether a text is one reference and nothing else. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /**
     * The secret that a setting refers to, read where this runs, without white space around it.
     *
     * @throws WrongUseException naming the setting and its reference, if that leads nowhere
     */
    public static String secret(String setting, String reference) {
        Map<String, String> settings = Map.of(setting, reference);
        check(settings, name -> System.getenv(name) != null);
        try (ConfigProvider env = new EnvVarConfigProvider();
                ConfigProvider file = new FileConfigProvider();
                ConfigProvider directory = new DirectoryConfigProvider()) {
            Stream.of(env, file, directory).forEach(provider -> provider.configure(Map.of()));
            Map<String, ConfigProvider> providers =
                    Map.of("env", env, "file", file, "directory", directory);
            String found = new ConfigTransformer(providers).transform(settings).data().get(setting);
            if (found != null && !found.equals(reference)) {
                return found.strip();
            }
        } catch (IOException | ConfigException unreadable) {
            throw new WrongUseException(setting + " refers to " + reference + ", unreadable here");
        }
        throw new WrongUseException(
                setting + " refers to " + reference + ", but there is no such key");
    }

    /** The properties and, where a value refers to a secret, what lets Kafka resolve it. */
    static Map<String, String> resolvable(Map<String, String> client) {
        boolean refers = client.values().stream().anyMatch(value -> value.contains("${"));
        if (!refers || client.containsKey(PROVIDERS)) {
            return Map.copyOf(client);
        }
        Map<String, String> resolvable = new HashMap<>(client);
        resolvable.put(PROVIDERS, "env,file,directory");
        resolvable.put(PROVIDERS + ".env.class", PACKAGE + "EnvVarConfigProvider");
        resolvable.put(PROVIDERS + ".file.class", PACKAGE + "FileConfigProvider");
        resolvable.put(PROVIDERS + ".directory.class", PACKAGE + "DirectoryConfigProvider");
        return Map.copyOf(resolvable);
    }

    /**
     * Finds references to nothing, which Kafka would take for the secret itself.
     *
     * @param variables whether the environment has a variable
     * @throws WrongUseException naming the property and what it refers to
     */
    static void check(Map<String, String> client, Predicate<String> variables) {
        for (Map.Entry<String, String> setting : client.entrySet()) {
            Matcher reference = REFERENCE.matcher(setting.getValue());
            while (reference.find()) {
                String missing = missing(reference, variables);
                if (!missing.isEmpty()) {
                    throw new WrongUseException(
                            setting.getKey() + " refers to " + reference.group() + ", " + missing);
                }
            }
        }
    }

    private static String missing(Matcher reference, Predicate<String> variables) {
        String place = reference.group(2) == null ? "" : reference.group(2);
        String key = reference.group(3);
        return switch (reference.group(1)) {
            case "env" -> variables.test(key) ? "" : "but the environment has no " + key;
            case "directory" -> missingFile(Path.of(place, key));
            default -> missingFile(Path.of(place));
        };
    }

    private static String missingFile(Path file) {
        return Files.isReadable(file) ? "" : "but there is no readable file " + file;
    }
}
