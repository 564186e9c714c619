package holdfast.flink.operator;

import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Models made from a seed, priors and weights in turn, sound and spoilt. */
final class TestingModels {

    private final Playbook playbook;
    private final Random random;

    TestingModels(Playbook playbook, Random random) {
        this.playbook = playbook;
        this.random = random;
    }

    /** The text of a model that differs from every other. */
    String sound(String version, long fromMillis) {
        BgNbd prior =
                new BgNbd(
                        0.5 + 3 * random.nextDouble(),
                        1 + random.nextDouble(),
                        0.5 + random.nextDouble(),
                        2 + 3 * random.nextDouble());
        Optional<LinearWeights> linear =
                random.nextBoolean() ? Optional.of(weights()) : Optional.empty();
        OutcomeModel.Fitted fitted = new OutcomeModel.Fitted(100, -1, BgNbdFit.Source.FITTED);
        return ModelWriter.write(
                ModelText.of(
                        version,
                        fromMillis,
                        Map.of(
                                playbook.primaryOutcome().id(),
                                new OutcomeModel(prior, linear, fitted))),
                playbook);
    }

    /** What a text may have become on its way. */
    String spoilt(String sound) {
        return switch (random.nextInt(6)) {
            case 0 -> sound.substring(0, random.nextInt(sound.length()));
            case 1 -> sound.replaceFirst("\"r\":[^,]*", "\"r\":NaN");
            case 2 -> sound.replace(playbook.name(), "another");
            case 3 -> sound.replaceFirst("\"b\":", "\"b\":1");
            case 4 -> sound.replace("\"prior\"", "\"posterior\"");
            default -> "";
        };
    }

    private LinearWeights weights() {
        List<FeatureWeight> features = new ArrayList<>();
        for (int i = 0; i < FeatureCatalogue.size(); i++) {
            features.add(new FeatureWeight(0.3 * random.nextGaussian(), -5, 5));
        }
        return new LinearWeights(random.nextGaussian(), features);
    }
}
