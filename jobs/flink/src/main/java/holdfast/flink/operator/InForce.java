package holdfast.flink.operator;

import holdfast.core.engine.Guidance;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.Model;
import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Says which playbook, which models and which build decide, in words: each gauge gives maps of
 * label to value, one for each series. Its gauges are read in threads of their own.
 *
 * @param reachedMillis the time up to which was decided
 */
record InForce(Supplier<Guidance> guidance, LongSupplier reachedMillis) {

    private static final double SECOND_MILLIS = 1_000;

    void register(MetricGroup metrics) {
        metrics.gauge(ChurnMetric.PLAYBOOK_INFO.metricName(), words(this::playbook));
        metrics.gauge(ChurnMetric.MODEL_INFO.metricName(), words(this::models));
        metrics.gauge(ChurnMetric.MODEL_AGE.metricName(), (Gauge<Double>) this::modelAgeSeconds);
        metrics.gauge(
                ChurnMetric.MODEL_PINNED.metricName(), (Gauge<Double>) this::modelPinnedSeconds);
        metrics.gauge(ChurnMetric.MODELS_WAITING.metricName(), (Gauge<Integer>) this::waiting);
        Build build = Build.read();
        metrics.gauge(ChurnMetric.BUILD_INFO.metricName(), words(() -> List.of(words(build))));
    }

    private List<Map<String, String>> playbook() {
        Playbook playbook = playbookInForce();
        return List.of(
                Map.of(
                        MetricLabel.PLAYBOOK.key(),
                        playbook.name(),
                        MetricLabel.VERSION.key(),
                        Integer.toString(playbook.version())));
    }

    private List<Map<String, String>> models() {
        String version = guidance.get().models().at(reachedMillis.getAsLong()).version();
        List<Map<String, String>> models = new ArrayList<>();
        for (Outcome outcome : playbookInForce().outcomes()) {
            models.add(
                    Map.of(
                            MetricLabel.OUTCOME.key(),
                            outcome.name(),
                            MetricLabel.VERSION.key(),
                            version));
        }
        return models;
    }

    private double modelAgeSeconds() {
        Model model = guidance.get().models().at(reachedMillis.getAsLong());
        return model.version().equals(Model.DEFAULT_VERSION)
                ? 0
                : (reachedMillis.getAsLong() - model.effectiveFromMillis()) / SECOND_MILLIS;
    }

    private double modelPinnedSeconds() {
        Succession.Version<Model> model =
                guidance.get().models().versionAt(reachedMillis.getAsLong());
        return model.pin() == Pin.PINNED
                ? (reachedMillis.getAsLong() - model.effectiveFromMillis()) / SECOND_MILLIS
                : 0;
    }

    private int waiting() {
        return guidance.get().models().waitingAt(reachedMillis.getAsLong()).size();
    }

    private Playbook playbookInForce() {
        return guidance.get().rules().at(reachedMillis.getAsLong()).playbook();
    }

    private static Map<String, String> words(Build build) {
        return Map.of(
                MetricLabel.VERSION.key(), build.version(),
                MetricLabel.COMMIT.key(), build.commit());
    }

    private static Gauge<List<Map<String, String>>> words(
            Supplier<List<Map<String, String>>> sayings) {
        return sayings::get;
    }
}
