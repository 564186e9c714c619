package holdfast.app.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that asks for TLS and a SCRAM password and grants nothing that no rule grants. A second
 * address, for the test itself, asks for nothing and grants everything.
 */
public final class TestingSecuredBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final String open;
    private final String secured;

    private TestingSecuredBroker(KafkaRaftServer server, String open, String secured) {
        this.server = server;
        this.open = open;
        this.secured = secured;
    }

    /**
     * Starts it.
     *
     * @param keystore PKCS12 with the broker's key
     * @param keystorePassword of the store and the key
     * @param users each as Kafka's tools take it: {@code [name=…,password=…]}
     */
    public static TestingSecuredBroker start(
            Path directory, Path keystore, String keystorePassword, List<String> users)
            throws Exception {
        int port = TestingPorts.free();
        Properties settings = BrokerSettings.of(directory, HOST, port, TestingPorts.free());
        String open = HOST + ":" + port;
        String secured = HOST + ":" + TestingPorts.free();
        String listeners = "PLAINTEXT://" + open + ",SECURED://" + secured;
        String controller = settings.getProperty("listeners").split(",", 2)[1];
        settings.put("listeners", listeners + "," + controller);
        settings.put("advertised.listeners", listeners);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", keystore.toString());
        settings.put("ssl.keystore.password", keystorePassword);
        settings.put("ssl.key.password", keystorePassword);
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        format(directory, users);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new TestingSecuredBroker(server, open, secured);
    }

    /** Where everybody may do everything. */
    public String open() {
        return open;
    }

    /** Where TLS, a password and rules are asked for. */
    public String secured() {
        return secured;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory, List<String> users) throws Exception {
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
                    .setScramArguments(users.stream().map(it -> "SCRAM-SHA-512=" + it).toList())
                    .run();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot prepare a broker in " + directory, failure);
        }
    }
}
