package holdfast.app.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker with its own KRaft controller, in this process, reachable on 127.0.0.1 only.
 *
 * <p>It can be stopped and started again on the same port and directory; records survive. Not
 * replicated and not secured: it serves demos and tests. Not thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private EmbeddedBroker(Path directory, boolean temporary, int port) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
    }

    /** Starts on a free port and a directory of its own that goes away when it is closed. */
    public static EmbeddedBroker startTemporary() {
        return startTemporary(0);
    }

    /** Starts on the given port, 0 for a free one, and a directory that goes away on close. */
    public static EmbeddedBroker startTemporary(int port) {
        try {
            Path directory = Files.createTempDirectory("holdfast-broker-");
            return started(new EmbeddedBroker(directory, true, port == 0 ? Ports.anyFree() : port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts on the given port, 0 for a free one, and keeps its records in the directory. */
    public static EmbeddedBroker start(Path directory, int port) {
        return started(new EmbeddedBroker(directory, false, port == 0 ? Ports.anyFree() : port));
    }

    private static EmbeddedBroker started(EmbeddedBroker broker) {
        try {
            broker.start();
            return broker;
        } catch (RuntimeException failure) {
            broker.close();
            throw failure;
        }
    }

    /** Where clients connect, such as {@code 127.0.0.1:29092}. */
    public String bootstrap() {
        return HOST + ":" + port;
    }

    /** Whether it serves. */
    public boolean running() {
        return server != null;
    }

    /** Starts it where it is stopped, with the same directory and port. */
    public void start() {
        if (server != null) {
            return;
        }
        int controllerPort = Ports.anyFreeBut(port);
        try {
            format();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot prepare a broker in " + directory, failure);
        }
        KafkaConfig config =
                KafkaConfig.fromProps(
                        BrokerSettings.of(directory, HOST, port, controllerPort), false);
        KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
        server = starting;
        starting.startup();
    }

    /** Stops it cleanly and keeps its records; clients wait and retry. */
    public void stop() {
        KafkaRaftServer stopping = server;
        if (stopping == null) {
            return;
        }
        server = null;
        stopping.shutdown();
        stopping.awaitShutdown();
    }

    /** Stops it and removes a temporary directory. May be called more than once. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.remove(directory);
        }
    }

    private void format() throws Exception {
        Files.createDirectories(directory);
        try (PrintStream silent =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(BrokerSettings.CLUSTER_ID)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        }
    }
}
