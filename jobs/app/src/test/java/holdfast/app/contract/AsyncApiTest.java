package holdfast.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.kafka.WantedTopic;
import holdfast.schemas.v1.TrainingRecord;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The document of all topics says what is so of the topics. */
class AsyncApiTest {

    private final AsyncApi document = AsyncApi.read();
    private final Topics topics = new Topics("", 3, false);

    @Test
    void isADocumentOfAsyncApi3() throws Exception {
        try (InputStream packed =
                AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.schema.json.gz")) {
            JsonNode schema = new ObjectMapper().readTree(new GZIPInputStream(packed));

            assertThat(AsyncApi.faults(schema, document.written())).isEmpty();
            ObjectNode broken = document.written().deepCopy();
            broken.remove("info");
            assertThat(AsyncApi.faults(schema, broken)).hasSize(1);
        }
    }

    @Test
    void listsEveryTopicAndHowItIsCleaned() {
        assertThat(document.channels().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topics.wanted().stream().map(WantedTopic::name).toList());
        for (WantedTopic topic : topics.wanted()) {
            JsonNode settings =
                    document.channel(topic.name()).at("/bindings/kafka/topicConfiguration");
            Map<String, String> wanted = topic.settings();
            assertThat(settings.at("/cleanup.policy/0").asText())
                    .as(topic.name())
                    .isEqualTo(wanted.getOrDefault("cleanup.policy", "delete"));
            assertThat(settings.path("retention.ms").asText())
                    .as(topic.name())
                    .isEqualTo(wanted.getOrDefault("retention.ms", ""));
        }
    }

    @Test
    void saysWhichTopicsAreReadAndWhichAreWritten() {
        Map<String, String> actions = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            actions.put(topics.name(topic), topic.isOutput() ? "send" : "receive");
            if (topic.hasDeadLetters()) {
                actions.put(topics.deadLetterName(topic), "send");
            }
        }

        Map<String, String> told = new TreeMap<>();
        document.operations()
                .forEach(
                        (address, operation) ->
                                told.put(address, operation.get("action").asText()));

        assertThat(told).isEqualTo(actions);
    }

    @Test
    void namesTheKeyOfEveryMessageThatHasOne() {
        for (WantedTopic topic : topics.wanted()) {
            for (JsonNode message : document.messagesOf(topic.name())) {
                JsonNode key = message.at("/bindings/kafka/key");
                boolean keyed =
                        !topic.deadLetters()
                                && topic.topic() != Topic.TICKS
                                && topic.topic() != Topic.TRAINING;
                assertThat(key.isObject()).as(topic.name()).isEqualTo(keyed);
                assertThat(key.path("description").asText().contains("customer"))
                        .as(topic.name())
                        .isEqualTo(topic.byCustomer());
            }
        }
    }

    @Test
    void showsTheFieldsOfTheRecordThatIsAlwaysAvro() {
        Schema written = TrainingRecord.getClassSchema();
        JsonNode declared = document.message("training").at("/payload/properties");

        assertThat(declared.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        written.getFields().stream().map(Schema.Field::name).toList());
        assertThat(declared.at("/kind/enum"))
                .extracting(JsonNode::asText)
                .isEqualTo(written.getField("kind").schema().getEnumSymbols());
    }

    @Test
    void usesEveryMessageInSomeTopic() {
        Set<JsonNode> used = new LinkedHashSet<>();
        document.channels().values().forEach(channel -> channel.get("messages").forEach(used::add));

        assertThat(document.messages()).hasSameSizeAs(used).allMatch(used::contains);
    }

    @Test
    void givesExamplesThatItsOwnSchemasAccept() {
        for (JsonNode message : document.messages()) {
            JsonNode examples = message.path("examples");
            assertThat(examples.size()).as(message.get("title").asText()).isPositive();
            for (JsonNode example : examples) {
                assertThat(AsyncApi.faults(message.get("payload"), example.get("payload")))
                        .isEmpty();
                assertThat(message.has("headers")).isEqualTo(example.has("headers"));
                if (example.has("headers")) {
                    assertThat(AsyncApi.faults(message.get("headers"), example.get("headers")))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void wouldNoticeAWrongExample() {
        JsonNode schema = document.message("tick").get("payload");
        JsonNode wrong = document.example("control", "pauseAll").get("payload");

        assertThat(AsyncApi.faults(schema, wrong))
                .singleElement()
                .asString()
                .contains("event_time");
    }
}
