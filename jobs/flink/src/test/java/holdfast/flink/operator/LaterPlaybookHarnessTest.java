package holdfast.flink.operator;

import static holdfast.flink.operator.TestingChurn.DAY;
import static holdfast.flink.operator.TestingChurn.T0;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import holdfast.flink.wire.Publication;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** The learner goes by the playbook in force, which may have categories that are new. */
class LaterPlaybookHarnessTest {

    private static final Playbook FIRST = Presets.generic();
    private static final Playbook LATER =
            new PlaybookReader(any -> 0)
                    .read(
                            "later",
                            FIRST.source()
                                    .replace(
                                            "categories:",
                                            "categories:\n  3: {name: look, events: [look]}"))
                    .value();
    private static final Metering METERING = new Metering(List.of(TestingTask.TOPIC), false);
    private static final String ACCEPTED = "churn_publications_total{kind=model,result=accepted}";

    /** Whatever playbooks are published, for these may come to one task later than to another. */
    @Test
    void aModelOfACategoryThatTheFirstPlaybookLacksIsRefused() throws Exception {
        try (TestingTask task = TestingTask.begun(ScoringStart.with(FIRST.source()), METERING)) {
            task.publish(Publication.Kind.PLAYBOOK, T0, LATER.source());

            task.publish(Publication.Kind.MODEL, T0, model("lesson", T0));

            assertThat(task.meter(ACCEPTED)).isZero();
        }
    }

    @Test
    void itServesOnceTheJobIsStartedWithThePlaybookThatHasIt() throws Exception {
        OperatorSubtaskState left = beforeTheRestart();
        ScoringStart start = ScoringStart.with(LATER.source());
        try (TestingTask task = TestingTask.restored(start, METERING, left, 1, 1, 0)) {
            task.publish(Publication.Kind.MODEL, T0, model("lesson", T0));
            assertThat(task.meter(ACCEPTED)).isEqualTo(1);
            task.act("ada", T0 + DAY);
            task.watermark(T0 + DAY);
            left = task.snapshot(1, 1);
        }
        try (TestingTask task = TestingTask.restored(start, METERING, left, 1, 1, 0)) {
            task.watermark(T0 + 2 * DAY);
            assertThat(task.meters.words("churn_model_info").toString()).contains("version=lesson");
        }
    }

    private static OperatorSubtaskState beforeTheRestart() throws Exception {
        try (TestingTask task = TestingTask.begun(ScoringStart.with(FIRST.source()), METERING)) {
            task.act("ada", T0);
            return task.snapshot(1, 1);
        }
    }

    private static String model(String version, long fromMillis) {
        FeatureWeight weight = new FeatureWeight(0.01, 0, 1);
        LinearWeights weights =
                new LinearWeights(
                        0,
                        Collections.nCopies(FeatureCatalogue.size(), weight),
                        new TreeMap<>(
                                Map.of(
                                        3,
                                        Collections.nCopies(
                                                CategoryFeature.all().size(), weight))));
        OutcomeModel outcome =
                new OutcomeModel(
                        new BgNbd(1, 1, 1, 3),
                        Optional.of(weights),
                        new OutcomeModel.Fitted(100, -1, BgNbdFit.Source.FITTED));
        return ModelWriter.write(ModelText.of(version, fromMillis, Map.of(1, outcome)), LATER);
    }
}
