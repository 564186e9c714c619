package holdfast.core.score;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.Arrays;
import java.util.List;

/** Writes models as one line of JSON, for publishing. */
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
        return new ModelWriter(playbook).written(model);
    }

    private String written(ModelText model) {
        json.append("{\"model\":1,\"version\":").append(quoted(model.version()));
        json.append(",\"effective_from_millis\":").append(model.effectiveFromMillis());
        json.append(",\"playbook\":").append(quoted(playbook.name()));
        json.append(",\"catalogue\":").append(quoted(FeatureCatalogue.fingerprint()));
        json.append(",\"outcomes\":{");
        String comma = "";
        for (var outcome : model.outcomes().entrySet()) {
            json.append(comma);
            write(playbook.outcome(outcome.getKey()), outcome.getValue());
            comma = ",";
        }
        return json.append("}}").toString();
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
