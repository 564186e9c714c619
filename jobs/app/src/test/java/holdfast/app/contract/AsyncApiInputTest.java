package holdfast.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import holdfast.app.kafka.Topic;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelReader;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job accepts the inputs that the document gives as examples. */
class AsyncApiInputTest {

    private static final long NOW = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    private static final Currency EUR = Currency.getInstance("EUR");

    private final AsyncApi document = AsyncApi.read();
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "CLICKSTREAM, CLICKSTREAM, ACTIVITY",
        "TRANSACTIONS, TRANSACTION, ACTIVITY",
        "SERVICE, SERVICE, ACTIVITY",
        "PROFILE, PROFILE, ACTIVITY",
        "OUTCOMES, OUTCOME, ACTIVITY",
        "CONTROL, CONTROL, CONTROL"
    })
    void theJobReadsEveryExample(Topic topic, SourceKind source, Arrival.Kind kind) {
        Normalizer normalizer = Normalizer.of(source, Mapping.DEFAULT, EUR, WireLimits.DEFAULT);
        int examples = 0;
        for (JsonNode message : document.messagesOf(topic.topicName())) {
            for (JsonNode example : message.get("examples")) {
                assertThat(arrival(normalizer, topic, example))
                        .as(example.toString())
                        .isEqualTo(kind);
                examples++;
            }
        }
        assertThat(examples).isPositive();
    }

    @Test
    void theJobReadsTheTick() {
        assertThat(
                        arrival(
                                Normalizer.ofTicks(WireLimits.DEFAULT),
                                Topic.TICKS,
                                document.example("tick", "tick")))
                .isEqualTo(Arrival.Kind.TICK);
    }

    @Test
    void theJobAcceptsWhatIsPublished() {
        String playbook = document.example("playbook", "generic").get("payload").asText();
        String population =
                document.example("population", "tenCustomers").get("payload").toString();
        String model = document.example("model", "prior").get("payload").toString();

        assertThat(new PlaybookReader(read -> 0).read("p", playbook).lines()).isEmpty();
        assertThat(PopulationText.read("p", population).lines()).isEmpty();
        assertThat(ModelReader.read("m", model, Presets.generic()).lines()).isEmpty();
    }

    /** The job reads these fields of its own events, by their plain names. */
    @Test
    void declaresThePlainFieldsOfEvents() {
        Set<String> declared = new TreeSet<>();
        document.message("event")
                .at("/payload/properties")
                .fieldNames()
                .forEachRemaining(declared::add);

        assertThat(declared)
                .containsExactlyInAnyOrder(
                        last(Mapping.DEFAULT.customer()),
                        "event_name",
                        last(Mapping.DEFAULT.time()),
                        last(Mapping.DEFAULT.messageId()),
                        last(Mapping.DEFAULT.amount()),
                        last(Mapping.DEFAULT.currency()),
                        last(Mapping.DEFAULT.refersTo()));
    }

    private static String last(List<FieldPath> paths) {
        return String.join(".", paths.get(paths.size() - 1).steps());
    }

    private Arrival.Kind arrival(Normalizer normalizer, Topic topic, JsonNode example) {
        Origin origin = new Origin(topic.topicName(), 0, 0, NOW);
        try {
            byte[] value = json.writeValueAsBytes(example.get("payload"));
            return normalizer.arrival(origin, value).kind();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
