package holdfast.app.models;

import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.shell.JsonText;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.OutcomeModel;
import holdfast.core.score.WeightWords;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Published models for machines: one JSON object. */
final class ModelJson {

    private final Playbook playbook;
    private final Published published;
    private final long atMillis;

    ModelJson(Playbook playbook, Published published, long atMillis) {
        this.playbook = playbook;
        this.published = published;
        this.atMillis = atMillis;
    }

    /** All of them, each with what it is to decisions at the instant. */
    String list(String topic) {
        return JsonText.of(
                json -> {
                    json.writeStringField("topic", topic);
                    json.writeStringField("playbook", playbook.name());
                    json.writeStringField("at", instant(atMillis));
                    json.writeArrayFieldStart("models");
                    for (PublishedModel model : published.models()) {
                        json.writeStartObject();
                        describe(json, model, false);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    /** One of them with its weights. */
    String show(PublishedModel model) {
        return JsonText.of(json -> describe(json, model, true));
    }

    private void describe(JsonGenerator json, PublishedModel model, boolean weights)
            throws IOException {
        json.writeNumberField("offset", model.offset());
        json.writeStringField("published_at", instant(model.publishedAtMillis()));
        json.writeStringField("state", State.of(model, published, atMillis).name());
        if (!model.isAccepted()) {
            json.writeArrayFieldStart("problems");
            for (String line : model.model().lines()) {
                json.writeString(line);
            }
            json.writeEndArray();
            return;
        }
        json.writeStringField("version", model.version());
        json.writeStringField("pin", model.pin().name());
        json.writeStringField("effective_from", instant(model.effectiveFromMillis()));
        json.writeArrayFieldStart("outcomes");
        for (Map.Entry<Integer, OutcomeModel> outcome :
                Published.text(model).outcomes().entrySet()) {
            json.writeStartObject();
            describe(json, outcome.getKey(), outcome.getValue(), weights);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void describe(JsonGenerator json, int id, OutcomeModel outcome, boolean weights)
            throws IOException {
        json.writeNumberField("id", id);
        json.writeStringField("name", playbook.outcome(id).name());
        json.writeStringField("source", Source.of(outcome).name());
        json.writeNumberField("customers", outcome.fitted().customers());
        if (!weights) {
            return;
        }
        json.writeObjectFieldStart("prior");
        json.writeNumberField("r", outcome.prior().r());
        json.writeNumberField("alpha_weeks", outcome.prior().alpha());
        json.writeNumberField("a", outcome.prior().a());
        json.writeNumberField("b", outcome.prior().b());
        json.writeEndObject();
        if (outcome.linear().isPresent()) {
            describe(json, id, outcome.linear().get());
        }
    }

    private void describe(JsonGenerator json, int id, LinearWeights linear) throws IOException {
        json.writeNumberField("bias", linear.bias());
        json.writeArrayFieldStart("weights");
        for (WeightWords.Said said : WeightWords.of(linear, playbook.outcome(id), playbook)) {
            json.writeStartObject();
            json.writeStringField("code", said.code());
            json.writeStringField("family", said.family().name());
            json.writeStringField("unit", said.unit());
            json.writeStringField("meaning", said.meaning());
            json.writeNumberField("weight", said.weight().weight());
            json.writeNumberField("min", said.weight().min());
            json.writeNumberField("max", said.weight().max());
            json.writeStringField("words", said.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
