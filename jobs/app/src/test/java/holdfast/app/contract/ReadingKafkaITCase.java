package holdfast.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.ClosedBy;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.WireFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The commands that show messages say the same whichever way the messages were written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingKafkaITCase {

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final TestingRecords records = new TestingRecords(KafkaCluster.at(broker.bootstrap()));
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void writeInEveryFormat() {
        for (WireFormat format : WireFormat.values()) {
            Topics topics = new Topics(format + ".", 1, false);
            TopicAdmin.ensure(KafkaCluster.at(broker.bootstrap()), topics);
            Encoder encoder = format.encoder();
            send(topics, Topic.ALERTS, encoder.alert(TestingMessages.opened("ada"), 0));
            send(
                    topics,
                    Topic.ALERTS,
                    encoder.alert(
                            TestingMessages.ended("ada", AlertStatus.RECOVERED, ClosedBy.ACTIVITY),
                            0));
            send(topics, Topic.SCORES, encoder.score(TestingMessages.score("ada")));
            send(topics, Topic.SCORES, EncodedRecord.score("odd", 0, new byte[] {9, 9}));
        }
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    void tailShowsAlerts() {
        assertThat(run("tail", "--prefix=AVRO.", "--from-beginning", "--max=2", "--plain"))
                .isEqualTo(
                        """
                        ▲ OPENED     ada  risk 71 %  value at risk €214  top 6 %  (save-the-best)
                                     silent 23 days; used to come every 9 days
                                     way back: if active now, the risk is 44 %
                        ▼ RECOVERED  ada returned  (save-the-best)
                        """)
                .isEqualTo(run("tail", "--prefix=JSON.", "--from-beginning", "--max=2", "--plain"));
        assertThat(run("tail", "--prefix=AVRO.", "--from-beginning", "--max=2", "--json"))
                .startsWith("{\"alert_id\":")
                .isEqualTo(run("tail", "--prefix=JSON.", "--from-beginning", "--max=2", "--json"));
    }

    @Test
    void whyExplainsScores() {
        assertThat(run("why", "ada", "--prefix=AVRO."))
                .contains("lapse: risk 71 %, band high", "FAILED  value gate    top 31 %")
                .isEqualTo(run("why", "ada", "--prefix=JSON."));
        assertThat(run("why", "ada", "--prefix=AVRO.", "--json"))
                .startsWith("{\"customer_id\":\"ada\"")
                .isEqualTo(run("why", "ada", "--prefix=JSON.", "--json"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whySaysSoWhenItCannotReadAScore() {
        assertThat(run("why", "odd", "--prefix=JSON.")).isEmpty();
        assertThat(err.toString()).contains("neither JSON nor Avro").hasLineCount(1);
    }

    private String run(String... words) {
        StringWriter out = new StringWriter();
        err.getBuffer().setLength(0);
        String[] arguments =
                Stream.concat(Arrays.stream(words), Stream.of("--bootstrap=" + broker.bootstrap()))
                        .toArray(String[]::new);
        Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return out.toString();
    }

    private void send(Topics topics, Topic topic, EncodedRecord record) {
        records.send(new ProducerRecord<>(topics.name(topic), record.key(), record.value()));
    }
}
