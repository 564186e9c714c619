package holdfast.app.faults;

import holdfast.core.activity.Activity;
import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.learning.Course;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelWriter;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The oracle: plain engine and plain learner over a log, without Flink and Kafka. */
public final class PlainLearning implements Decisions {

    private final Playbook playbook;
    private final Encoder encoder = WireFormat.JSON.encoder();
    private final Replay replay;
    private final List<TrainingRecord> records = new ArrayList<>();
    private final List<String> scores = new ArrayList<>();

    /**
     * @param playbook what the engine and the learner go by
     */
    public PlainLearning(Playbook playbook) {
        this.playbook = playbook;
        this.replay = new Replay(Guidance.of(playbook, Settings.defaults()), this);
    }

    /** Plays events in the order of time, and settles what is due by an instant. */
    public void play(List<Activity> activities, long untilMillis) {
        activities.forEach(replay::accept);
        replay.settle(untilMillis);
    }

    /** Goes on by models and population figures that were published. */
    void guide(List<String> published) {
        for (String text : published) {
            Guidance before = replay.guidance();
            replay.guide(
                    text.startsWith("{\"model\"")
                            ? before.withModel(ModelReader.read("model", text, playbook).value())
                            : before.withPopulation(PopulationText.read("figures", text).value()));
        }
    }

    /** What was told of up to an instant, as the topic orders it. */
    public List<TrainingRecord> records(long untilMillis) {
        return records.stream()
                .filter(record -> record.atMillis() <= untilMillis)
                .sorted(
                        Comparator.comparingLong(TrainingRecord::atMillis)
                                .thenComparingLong(TrainingRecord::customerKey)
                                .thenComparingInt(TrainingRecord::outcomeId)
                                .thenComparing(TrainingRecord::kind))
                .toList();
    }

    /** What the prior in force said of each snapshot, as an export writes it, in its order. */
    List<String> priorLogits(long untilMillis) {
        int place = FeatureCatalogue.features().indexOf(Feature.PRIOR_LOGIT);
        return records(untilMillis).stream()
                .filter(record -> record.kind() == TrainingRecord.Kind.SNAPSHOT)
                .map(record -> Double.toString(record.snapshot().features()[place]))
                .toList();
    }

    /** Every score, sorted. */
    List<String> scores() {
        return scores.stream().sorted().toList();
    }

    /** The models that a course publishes over some records, in their order. */
    public List<String> models(List<TrainingRecord> told) {
        Course course = Course.begin(playbook);
        List<String> models = new ArrayList<>();
        for (TrainingRecord record : told) {
            while (course.dueMillis() < record.atMillis()) {
                course.learn()
                        .model()
                        .ifPresent(model -> models.add(ModelWriter.write(model, playbook)));
            }
            course.take(record);
        }
        return models;
    }

    @Override
    public void alert(Alert alert) {}

    @Override
    public void score(ScoreReport report) {
        byte[] value = Objects.requireNonNull(encoder.score(report).value());
        scores.add(new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void held(Policy policy, HoldReason reason) {}

    @Override
    public void forgotten(String customerId) {}

    @Override
    public void training(TrainingRecord record) {
        records.add(record);
    }
}
