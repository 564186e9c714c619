package holdfast.app.models;

import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import holdfast.core.time.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models for the generic playbook. */
final class TestingModels {

    static final Playbook PLAYBOOK = Presets.generic();

    private static final BgNbd PRIOR = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private TestingModels() {}

    static PublishedModel accepted(long offset, String version, long fromMillis) {
        return pinned(offset, Pin.NONE, version, fromMillis);
    }

    static PublishedModel pinned(long offset, Pin pin, String version, long fromMillis) {
        return published(offset, pin, prior(version, fromMillis));
    }

    static PublishedModel refused(long offset) {
        return published(offset, Pin.NONE, "{\"model\":1}");
    }

    private static PublishedModel published(long offset, Pin pin, String text) {
        return new PublishedModel(offset, 0, pin, ModelReader.readText("m", text, PLAYBOOK));
    }

    /** The text of a model whose prior scores alone. */
    static String prior(String version, long fromMillis) {
        return text(version, fromMillis, Optional.empty());
    }

    /** The text of a model with one weight that does something. */
    static String learned(String version, long fromMillis) {
        List<FeatureWeight> features = new ArrayList<>();
        for (int i = 0; i < FeatureCatalogue.size(); i++) {
            features.add(new FeatureWeight(i == 1 ? 0.5 : 0, 0, 2));
        }
        return text(version, fromMillis, Optional.of(new LinearWeights(-1, features)));
    }

    private static String text(String version, long fromMillis, Optional<LinearWeights> linear) {
        OutcomeModel.Fitted fitted = new OutcomeModel.Fitted(2_357, -2.5, BgNbdFit.Source.FITTED);
        return ModelWriter.write(
                ModelText.of(
                        version,
                        fromMillis,
                        Map.of(
                                PLAYBOOK.primaryOutcome().id(),
                                new OutcomeModel(PRIOR, linear, fitted))),
                PLAYBOOK);
    }
}
