package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PublicationReaderTest {

    private static final String MODELS = "churn.models.v1";
    private static final String PLAYBOOKS = "churn.playbooks.v1";

    private final PublicationReader reader = new PublicationReader(PLAYBOOKS);

    @Test
    void readsWhatAModelSaysAboutLaterOnesFromItsHeader() {
        assertThat(kind(record(MODELS, "model"))).isEqualTo(Publication.Kind.MODEL);
        assertThat(kind(pin(record(MODELS, "model"), "pinned")))
                .isEqualTo(Publication.Kind.PINNED_MODEL);
        assertThat(kind(pin(record(MODELS, "model"), "released")))
                .isEqualTo(Publication.Kind.RELEASED_MODEL);
    }

    @Test
    void takesAnotherWordForNone() {
        assertThat(kind(pin(record(MODELS, "model"), "none"))).isEqualTo(Publication.Kind.MODEL);
        assertThat(kind(pin(record(MODELS, "model"), "PINNED"))).isEqualTo(Publication.Kind.MODEL);
        assertThat(kind(pin(record(MODELS, "model"), ""))).isEqualTo(Publication.Kind.MODEL);
    }

    @Test
    void pinsNothingButModels() {
        assertThat(kind(pin(record(MODELS, "population"), "pinned")))
                .isEqualTo(Publication.Kind.POPULATION);
        assertThat(kind(pin(record(PLAYBOOKS, "any"), "pinned")))
                .isEqualTo(Publication.Kind.PLAYBOOK);
    }

    private Publication.Kind kind(ConsumerRecord<byte[], byte[]> entry) {
        List<Publication> read = new ArrayList<>();
        reader.deserialize(entry, new ListCollector<>(read));
        assertThat(read).hasSize(1);
        return read.get(0).kind();
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key) {
        return new ConsumerRecord<>(topic, 0, 7, bytes(key), bytes("{}"));
    }

    private static ConsumerRecord<byte[], byte[]> pin(
            ConsumerRecord<byte[], byte[]> entry, String word) {
        entry.headers().add("pin", bytes(word));
        return entry;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
