package holdfast.core.score;

import holdfast.core.bytes.Hashes;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes models as one line of JSON, for publishing.
 *
 * <p>The last key, {@code check}, is a hash of what stands before it as written here: by it a text
 * is known that was damaged on its way but still reads as a model, of another meaning.
 */
public final class ModelWriter {

    private final Playbook playbook;
    private final StringBuilder json = new StringBuilder();

    private ModelWriter(Playbook playbook) {
        this.playbook = playbook;
    }

    /**
     * Writes the text that {@link ModelReader} reads back, under the same playbook, as an equal
     * model.
     *
     * @throws IllegalArgumentException if the playbook lacks an outcome of the model
     */
    public static String write(ModelText model, Playbook playbook) {
        return write(model, playbook, FeatureCatalogue.fingerprint());
    }

    /** The same for weights over a catalogue of this fingerprint. */
    static String write(ModelText model, Playbook playbook, String catalogue) {
        String content = new ModelWriter(playbook).content(model, catalogue);
        return content + ",\"check\":\"" + hash(content) + "\"}";
    }

    /** The {@code check} of a model that was read under a catalogue of this fingerprint. */
    static String check(ModelText model, Playbook playbook, String catalogue) {
        return hash(new ModelWriter(playbook).content(model, catalogue));
    }

    private static String hash(String content) {
        return HexFormat.of().toHexDigits(Hashes.hash64(content));
    }

    private String content(ModelText model, String catalogue) {
        json.append("{\"model\":").append(ModelReader.CHECKED_FORMAT);
        json.append(",\"version\":").append(quoted(model.version()));
        json.append(",\"effective_from_millis\":").append(model.effectiveFromMillis());
        json.append(",\"playbook\":").append(quoted(playbook.name()));
        json.append(",\"catalogue\":").append(quoted(catalogue));
        json.append(",\"outcomes\":{");
        String comma = "";
        for (var outcome : model.outcomes().entrySet()) {
            json.append(comma);
            write(playbook.outcome(outcome.getKey()), outcome.getValue());
            comma = ",";
        }
        return json.append("}").toString();
    }

    private void write(Outcome outcome, OutcomeModel model) {
        BgNbd prior = model.prior();
        json.append('"').append(outcome.id()).append("\":{\"name\":");
        json.append(quoted(outcome.name()));
        json.append(",\"horizon_millis\":").append(outcome.horizonMillis());
        json.append(",\"prior\":{\"r\":").append(prior.r());
        json.append(",\"alpha_weeks\":").append(prior.alpha());
        json.append(",\"a\":").append(prior.a());
        json.append(",\"b\":").append(prior.b()).append('}');
        model.linear().ifPresent(this::write);
        json.append(",\"fitted\":{\"customers\":").append(model.fitted().customers());
        json.append(",\"log_likelihood\":").append(model.fitted().logLikelihood());
        json.append(",\"source\":").append(quoted(model.fitted().source().name()));
        json.append("}}");
    }

    private void write(LinearWeights linear) {
        json.append(",\"linear\":{\"bias\":").append(linear.bias());
        json.append(",\"half_lives_millis\":");
        json.append(Arrays.toString(playbook.halfLivesMillis()).replace(" ", ""));
        json.append(",\"features\":{");
        String comma = "";
        for (Feature feature : FeatureCatalogue.features()) {
            json.append(comma).append(quoted(feature.id())).append(':');
            write(linear.features().get(feature.position()));
            comma = ",";
        }
        json.append('}');
        if (!linear.categories().isEmpty()) {
            json.append(",\"categories\":{");
            comma = "";
            for (var category : linear.categories().entrySet()) {
                json.append(comma).append('"').append(category.getKey()).append("\":{");
                writeCategory(category.getValue());
                comma = "},";
            }
            json.append("}}");
        }
        json.append('}');
    }

    private void writeCategory(List<FeatureWeight> weights) {
        String comma = "";
        for (CategoryFeature feature : CategoryFeature.all()) {
            json.append(comma).append(quoted(feature.id())).append(':');
            write(weights.get(feature.position()));
            comma = ",";
        }
    }

    private void write(FeatureWeight weight) {
        json.append("{\"weight\":").append(weight.weight());
        json.append(",\"min\":").append(weight.min());
        json.append(",\"max\":").append(weight.max()).append('}');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
