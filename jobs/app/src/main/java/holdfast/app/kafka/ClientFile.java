package holdfast.app.kafka;

import holdfast.app.shell.WrongUseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A file of Kafka client properties, as Kafka's own tools take it. */
public final class ClientFile {

    private ClientFile() {}

    /**
     * Reads the properties that {@code --kafka-config} names; where the brokers are is said
     * elsewhere and left out.
     *
     * @throws WrongUseException if there is no such file or it is not of Java properties
     */
    public static Map<String, String> read(Path file) {
        return read("--kafka-config", file);
    }

    /**
     * The same of a file that is named otherwise.
     *
     * @param option by which the file was named
     * @throws WrongUseException as above
     */
    public static Map<String, String> read(String option, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            // The cause may quote the file, which may hold a password.
            throw new WrongUseException(option + ": cannot read " + file + " as Java properties");
        }
        Map<String, String> client = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            client.put(key, properties.getProperty(key));
        }
        client.remove("bootstrap.servers");
        return client;
    }
}
