package holdfast.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.features.FeatureFamily;
import holdfast.core.learning.QualityReport;
import holdfast.core.playbook.RiskBand;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Split;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.QualityEncoder;
import holdfast.flink.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document declares the fields that are really written: no more, no fewer. */
class AsyncApiOutputTest {

    private static final String CUSTOMER = "c-10482";
    private static final long DETECTED_AT = TestingMessages.OPENED_AT + 41;

    private final AsyncApi document = AsyncApi.read();
    private final Encoder encoder = WireFormat.JSON.encoder();

    private final JsonNode opened = alert(TestingMessages.opened(CUSTOMER));
    private final JsonNode recovered =
            alert(TestingMessages.ended(CUSTOMER, AlertStatus.RECOVERED, ClosedBy.ACTIVITY));
    private final JsonNode score = score(TestingMessages.score(CUSTOMER));

    @Test
    void declaresTheFieldsOfAlerts() {
        assertDeclared(
                "alert", List.of(opened, recovered, alert(TestingMessages.ofStranger(CUSTOMER))));
    }

    @Test
    void declaresTheFieldsOfScores() {
        assertDeclared("score", List.of(score, score(TestingMessages.scoreOfStranger(CUSTOMER))));
    }

    @Test
    void declaresTheFieldsOfReportsOfQuality() {
        assertDeclared(
                "quality",
                List.of(quality(TestingQuality.learned()), quality(TestingQuality.nothing())));
    }

    @Test
    void showsWhatIsReallyWritten() {
        assertThat(document.example("alert", "opened").get("payload")).isEqualTo(opened);
        assertThat(document.example("alert", "recovered").get("payload")).isEqualTo(recovered);
        assertThat(document.example("score", "held").get("payload")).isEqualTo(score);
        assertThat(document.example("quality", "learned").get("payload"))
                .isEqualTo(quality(TestingQuality.learned()));
    }

    @Test
    void listsEveryWordThatCanBeWritten() {
        JsonNode alert = document.message("alert").at("/payload/properties");
        JsonNode policy =
                document.message("score").at("/payload/properties/policies/items/properties");

        assertThat(words(alert, "/status")).isEqualTo(names(AlertStatus.values()));
        assertThat(words(alert, "/trigger")).isEqualTo(names(AlertTrigger.values()));
        assertThat(words(alert, "/band")).isEqualTo(names(RiskBand.values()));
        assertThat("NOTHING " + words(alert, "/closed_by")).isEqualTo(names(ClosedBy.values()));
        assertThat(words(alert, "/reasons/items/properties/scale"))
                .isEqualTo(names(Reason.Scale.values()));
        JsonNode quality = document.message("quality").at("/payload/properties");
        assertThat(words(quality, "/shares/items/properties/opinion"))
                .isEqualTo(names(Opinion.values()));
        assertThat(words(quality, "/splits/items/properties/by"))
                .isEqualTo(names(Split.By.values()));
        assertThat(words(quality, "/drifts/items/properties/family"))
                .isEqualTo(names(FeatureFamily.values()));
        assertThat(words(policy, "/state")).isEqualTo(names(ScoreReport.State.values()));
    }

    /** Of the messages one has all fields; whatever one of them lacks must not be required. */
    private void assertDeclared(String name, List<JsonNode> messages) {
        JsonNode schema = document.message(name).get("payload");
        Set<String> seen = new TreeSet<>();
        for (JsonNode message : messages) {
            assertThat(AsyncApi.faults(schema, message)).isEmpty();
            collect("", message, seen);
        }
        Set<String> declared = new TreeSet<>();
        Set<String> optional = new TreeSet<>();
        declared(new Place("", schema), declared, optional);

        assertThat(seen).isEqualTo(declared);
        for (String field : optional) {
            assertThat(messages).anyMatch(message -> !fields(message).contains(field));
        }
    }

    private static Set<String> fields(JsonNode message) {
        Set<String> fields = new TreeSet<>();
        collect("", message, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Set<String> into) {
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, into));
        }
        node.properties()
                .forEach(
                        field -> {
                            into.add(path + "/" + field.getKey());
                            collect(path + "/" + field.getKey(), field.getValue(), into);
                        });
    }

    private static void declared(Place place, Set<String> declared, Set<String> optional) {
        JsonNode object =
                place.schema().path("items").isObject()
                        ? place.schema().get("items")
                        : place.schema();
        Set<String> required = new TreeSet<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        object.path("properties")
                .properties()
                .forEach(
                        field -> {
                            String path = place.path() + "/" + field.getKey();
                            declared.add(path);
                            if (!required.contains(field.getKey())) {
                                optional.add(path);
                            }
                            declared(new Place(path, field.getValue()), declared, optional);
                        });
    }

    private JsonNode alert(Alert alert) {
        return json(encoder.alert(alert, DETECTED_AT));
    }

    private JsonNode score(ScoreReport report) {
        return json(encoder.score(report));
    }

    private static JsonNode quality(QualityReport report) {
        return json(new QualityEncoder(WireFormat.JSON).encode(report));
    }

    private static JsonNode json(EncodedRecord record) {
        try {
            return new ObjectMapper().readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(JsonNode properties, String pointer) {
        Set<String> words = new LinkedHashSet<>();
        properties.at(pointer + "/enum").forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    private static String names(Enum<?>[] values) {
        return String.join(" ", Stream.of(values).map(Enum::name).toList());
    }

    private record Place(String path, JsonNode schema) {}
}
