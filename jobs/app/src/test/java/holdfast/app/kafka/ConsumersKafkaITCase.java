package holdfast.app.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.contract.TestingMessages;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.ClosedBy;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The consumers that the docs show, run as a subscriber would run them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumersKafkaITCase {

    private static final String CONSUMERS = "../../schemas/consumers/";

    private static final List<String> WHAT_TO_DO =
            List.of(
                    "call ada about " + TestingMessages.alertId("ada"),
                    "call bob about " + TestingMessages.alertId("bob"),
                    "cancel the call about " + TestingMessages.alertId("ada"),
                    "cancel the call about " + TestingMessages.alertId("bob"),
                    "call eve about " + TestingMessages.alertId("eve"));

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final Topics topics = new Topics("", 1, false);
    private final TestingRecords records = new TestingRecords(KafkaCluster.at(broker.bootstrap()));
    private final RecordWriter writer = new RecordWriter(topics);

    @BeforeAll
    void sendSomeAlertsTwice() {
        TopicAdmin.ensure(KafkaCluster.at(broker.bootstrap()), topics);
        Alert adaIsBack = TestingMessages.ended("ada", AlertStatus.RECOVERED, ClosedBy.ACTIVITY);
        Alert bobWasNeverGone =
                TestingMessages.ended("bob", AlertStatus.RETRACTED, ClosedBy.LATE_DATA);
        send(WireFormat.JSON.encoder(), TestingMessages.opened("ada"));
        send(WireFormat.JSON.encoder(), TestingMessages.opened("ada"));
        send(WireFormat.AVRO.encoder(), TestingMessages.opened("bob"));
        send(WireFormat.JSON.encoder(), adaIsBack);
        send(WireFormat.JSON.encoder(), TestingMessages.opened("ada"));
        send(WireFormat.JSON.encoder(), adaIsBack);
        send(WireFormat.AVRO.encoder(), bobWasNeverGone);
        send(WireFormat.JSON.encoder(), TestingMessages.opened("eve"));
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    @Timeout(60)
    void theOneInJavaCallsOnceAndCancelsCallsThatAreNoLongerNeeded() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        assertThat(
                        firstLinesOf(
                                java.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CONSUMERS + "AlertConsumer.java",
                                broker.bootstrap()))
                .isEqualTo(WHAT_TO_DO);
    }

    @Test
    @Tag("ops")
    @Timeout(60)
    void theOneInPythonCallsOnceAndCancelsCallsThatAreNoLongerNeeded() throws Exception {
        assertThat(
                        firstLinesOf(
                                "/usr/bin/python3",
                                CONSUMERS + "alert_consumer.py",
                                broker.bootstrap()))
                .isEqualTo(WHAT_TO_DO);
    }

    /** As many lines as there are things to do; a program that says too much says others. */
    private static List<String> firstLinesOf(String... command)
            throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = program.inputReader(UTF_8)) {
            while (lines.size() < WHAT_TO_DO.size()) {
                String line = out.readLine();
                if (line == null) {
                    break;
                }
                lines.add(line);
            }
        } finally {
            program.destroyForcibly();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        return lines;
    }

    private void send(Encoder encoder, Alert alert) {
        long detectedAtMillis = System.currentTimeMillis();
        records.send(writer.produced(encoder.alert(alert, detectedAtMillis)));
    }
}
