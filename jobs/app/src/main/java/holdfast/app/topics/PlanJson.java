package holdfast.app.topics;

import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.shell.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Topics and plans for machines: one JSON object, which is YAML too. */
final class PlanJson {

    private PlanJson() {}

    /** What is to be done, or with {@code applied} what was. */
    static String of(TopicPlan plan, Optional<Short> replication, boolean applied) {
        return JsonText.of(
                json -> {
                    json.writeBooleanField("applied", applied);
                    json.writeArrayFieldStart("topics");
                    for (TopicChange change : plan.changes()) {
                        write(json, change, replication);
                    }
                    json.writeEndArray();
                });
    }

    /** What topics are to be like. */
    static String of(List<WantedTopic> wanted, Optional<Short> replication) {
        return JsonText.of(
                json -> {
                    json.writeArrayFieldStart("topics");
                    for (WantedTopic topic : wanted) {
                        json.writeStartObject();
                        describe(json, topic, replication);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private static void write(JsonGenerator json, TopicChange change, Optional<Short> replication)
            throws IOException {
        json.writeStartObject();
        describe(json, change.wanted(), replication);
        json.writeStringField("action", change.action().word(false));
        json.writeArrayFieldStart("changes");
        for (TopicChange.Setting setting : change.settings()) {
            json.writeStartObject();
            json.writeStringField("setting", setting.key());
            json.writeStringField("from", setting.from());
            json.writeStringField("to", setting.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "left", change.left());
        texts(json, "refused", change.refused());
        json.writeEndObject();
    }

    private static void describe(JsonGenerator json, WantedTopic topic, Optional<Short> replication)
            throws IOException {
        json.writeStringField("name", topic.name());
        json.writeNumberField("partitions", topic.partitions());
        if (replication.isPresent()) {
            json.writeNumberField("replication", replication.get());
        }
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : new TreeMap<>(topic.settings()).entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
