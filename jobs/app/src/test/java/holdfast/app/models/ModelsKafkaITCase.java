package holdfast.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.ModelTopic;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsKafkaITCase {

    private static final long MARCH = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long APRIL = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();
    private static final long MAY = Instant.parse("2026-05-15T00:00:00Z").toEpochMilli();

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void listsWhatIsAcceptedInForceAndRefusedAndWhy() {
        publishThree("list.");

        assertThat(models("list", "list.", "--at", "2026-04-15")).as("%s", err).isZero();
        assertThat(out.toString().lines())
                .hasSize(5)
                .anyMatch(
                        it -> it.matches("0 +march +2026-03-01T00:00:00Z +past +.*prior, 2,357.*"))
                .anyMatch(it -> it.matches("1 +REFUSED +offset 1:1: missing key .*"))
                .anyMatch(it -> it.matches("3 +april +2026-04-01T00:00:00Z +in force .*learned.*"))
                .last()
                .asString()
                .startsWith("list.churn.models.v1 at " + broker.bootstrap())
                .contains("2 accepted, 1 refused")
                .endsWith("in force at 2026-04-15T00:00:00Z: april, since 2026-04-01T00:00:00Z");

        assertThat(models("list", "list.", "--at", "2026-03-15", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"state\" : \"TO_COME\"", "\"state\" : \"IN_FORCE\"", "\"problems\"")
                .doesNotContain("customer_id");
    }

    @Test
    void saysThatNothingIsPublished() {
        TopicAdmin.ensure(cluster, new Topics("empty.", 1, false));

        assertThat(models("list", "empty.")).isZero();
        assertThat(out.toString())
                .startsWith("nothing is published on empty.churn.models.v1 at ")
                .contains("the model that the job was started with, or the defaults");
        assertThat(models("rollback", "empty.")).isOne();
        assertThat(err.toString())
                .isEqualTo(
                        "holdfast: nothing to roll back: no model on empty.churn.models.v1"
                                + " is in force\n");
    }

    @Test
    void showsWeightsInWords() {
        publishThree("show.");

        assertThat(models("show", "show.", "april")).as("%s", err).isZero();
        assertThat(out.toString())
                .contains("model april, offset 3, effective from 2026-04-01T00:00:00Z")
                .contains("learned, on top of a prior")
                .contains("recency  odds × 2.72 from \"silent 0.0 days\" to");
        assertThat(models("show", "show.", "apirl")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"april\"?");
        assertThat(models("show", "show.", "april", "--json")).isZero();
        assertThat(out.toString()).contains("\"code\" : \"RECENCY\"", "\"bias\" : -1.0");
    }

    @Test
    void rollsBackAndPromotesByPublishingOnceMore() {
        publishThree("back.");

        assertThat(models("rollback", "back.", "--at", "2026-05-01")).as("%s", err).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "published march at offset 4 of back.churn.models.v1, effective from"
                                + " 2026-05-01T00:00:00Z, pinned: learned models wait until"
                                + " models release\n");
        assertThat(models("list", "back.", "--at", "2026-05-02")).isZero();
        assertThat(out.toString())
                .contains("in force, pinned")
                .endsWith(
                        "in force at 2026-05-02T00:00:00Z: march, since 2026-05-01T00:00:00Z,"
                                + " pinned; none waits\n");

        assertThat(models("promote", "back.", "march", "--at", "2026-05-02")).isZero();
        assertThat(out.toString())
                .isEqualTo("march is in force and pinned already; nothing was published\n");
        assertThat(models("promote", "back.", "april", "--at", "2026-04-15", "--until-next"))
                .isZero();
        assertThat(out.toString()).contains("april is in force already");
        assertThat(models("promote", "back.", "april", "--at", "2026-06-01")).isZero();
        assertThat(out.toString()).startsWith("published april at offset 5 ");
    }

    @Test
    void whatIsPinnedStaysUntilItIsReleased(@TempDir Path folder) throws IOException {
        publishThree("pin.");
        ModelTopic topic = new ModelTopic(cluster, "pin." + Topic.MODELS.topicName());
        assertThat(models("rollback", "pin.", "--at", "2026-05-01")).as("%s", err).isZero();
        topic.publish(TestingModels.learned("may", MAY));
        Path file = Files.writeString(folder.resolve("m.json"), TestingModels.prior("own", MAY));

        assertThat(models("publish", "pin.", file.toString(), "--at", "2026-05-20")).isZero();
        assertThat(out.toString())
                .endsWith("; it waits, for march is pinned: see models release\n");
        assertThat(models("list", "pin.", "--at", "2026-05-16")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(it -> it.matches("5 +may +2026-05-15T00:00:00Z +waiting .*"))
                .last()
                .asString()
                .endsWith(
                        "march, since 2026-05-01T00:00:00Z, pinned; 1 waiting, the newest is may"
                                + " (models release lets it take over)");

        assertThat(models("release", "pin.", "--at", "2026-05-17")).as("%s", err).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "published may at offset 7 of pin.churn.models.v1, effective from"
                                + " 2026-05-17T00:00:00Z; own takes over at 2026-05-20T00:00:00Z\n");
        assertThat(models("release", "pin.", "--at", "2026-05-18")).isZero();
        assertThat(out.toString())
                .isEqualTo("no model is pinned at 2026-05-18T00:00:00Z; nothing was published\n");
    }

    @Test
    void refusesToPublishWhatTheJobWouldRefuse(@TempDir Path folder) throws IOException {
        TopicAdmin.ensure(cluster, new Topics("file.", 1, false));
        String text = TestingModels.learned("april", APRIL);
        Path file = Files.writeString(folder.resolve("m.json"), text.replace("0.5", "0.6"));

        assertThat(models("publish", "file.", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("m.json:1: \"check\" in model does not fit the rest");
        assertThat(models("list", "file.")).isZero();
        assertThat(out.toString()).startsWith("nothing is published");

        Files.writeString(file, text);
        assertThat(models("publish", "file.", file.toString(), "--as-written")).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "published april at offset 0 of file.churn.models.v1,"
                                + " effective from 2026-04-01T00:00:00Z\n");
    }

    @Test
    void wantsAnInstantThatItUnderstands() {
        assertThat(models("list", "x.", "--at", "tomorrow")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("holdfast: --at must be now, a date such as 2026-05-15, or an instant");
    }

    /** A prior, nonsense, population figures, and weights from a later instant on. */
    private void publishThree(String prefix) {
        TopicAdmin.ensure(cluster, new Topics(prefix, 1, false));
        ModelTopic topic = new ModelTopic(cluster, prefix + Topic.MODELS.topicName());
        assertThat(topic.publish(TestingModels.prior("march", MARCH))).isZero();
        assertThat(topic.publish("{\"model\":1}")).isOne();
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.settings(), bytes, bytes)) {
            byte[] key = "population".getBytes(StandardCharsets.UTF_8);
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic.name(), key, new byte[] {'{', '}'}));
        }
        assertThat(topic.publish(TestingModels.learned("april", APRIL))).isEqualTo(3);
    }

    private int models(String command, String prefix, String... more) {
        List<String> words = new ArrayList<>(List.of("models", command));
        words.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix));
        words.addAll(List.of(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Holdfast.run(
                words.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
