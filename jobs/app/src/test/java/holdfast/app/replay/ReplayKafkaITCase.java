package holdfast.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayKafkaITCase {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void playsALogAndTailsWhatIsThere(@TempDir Path directory) throws IOException {
        Path log =
                Files.writeString(
                        directory.resolve("log.csv"),
                        """
                        customer_id,event_time,event_type,amount,attributes
                        c-1,2011-01-01T00:00:00Z,purchase,15.3,
                        c-2,2011-01-01T00:30:00Z,visit,,
                        """);
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingRecords records = new TestingRecords(KafkaCluster.at(broker.bootstrap()))) {
            int code =
                    run(
                            "replay",
                            "--events=" + log,
                            "--bootstrap=" + broker.bootstrap(),
                            "--end=2011-01-02T00:00:00Z");

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
            assertThat(out.toString()).startsWith("2 events, ").contains("0 rows rejected");
            assertThat(records.all("transactions.events.v1"))
                    .extracting(ConsumerRecord::timestamp)
                    .containsExactlyInAnyOrder(
                            Instant.parse("2011-01-01T00:00:00Z").toEpochMilli(),
                            Instant.parse("2011-01-01T00:30:00Z").toEpochMilli());
            assertThat(records.all("clickstream.events.v1")).isEmpty();
            assertThat(records.read("churn.ticks.v1", 3)).isNotEmpty();

            tailsAnAlert(broker, records);
        }
    }

    private void tailsAnAlert(EmbeddedBroker broker, TestingRecords records) {
        String alert = "{\"status\":\"RECOVERED\",\"customer_id\":\"c-1\"}";
        records.send("retention.alerts.v1", "c-1", 0, alert);
        String[] tail = {
            "tail", "--bootstrap=" + broker.bootstrap(), "--from-beginning", "--max=1"
        };
        out.getBuffer().setLength(0);

        assertThat(run(tail)).isZero();
        assertThat(out).hasToString("▼ RECOVERED  c-1\n");

        records.send("retention.alerts.v1", "c-2", 0, "\u00c3 no JSON".substring(1));
        out.getBuffer().setLength(0);
        assertThat(run("tail", tail[1], "--from-beginning", "--max=2", "--json")).isZero();
        assertThat(out.toString().getBytes(StandardCharsets.UTF_8)).asString().contains(alert);
    }

    private int run(String... arguments) {
        return Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
