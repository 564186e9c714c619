package holdfast.flink.operator;

import holdfast.core.document.Checked;
import holdfast.core.learning.Course;
import holdfast.core.learning.QualityReport;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.QualityEncoder;
import holdfast.flink.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the lessons of a course, sends what comes of them, and counts. Not thread-safe. */
final class LessonDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LessonDesk.class);
    private static final String MODEL = "model";
    private static final String POPULATION = "population";
    private static final long NOW = -1;

    private final QualityEncoder quality = new QualityEncoder(WireFormat.JSON);
    private final LearningCounts counts;
    private final QualityMeters meters;

    LessonDesk(MetricGroup metrics) {
        counts = new LearningCounts(metrics);
        meters = new QualityMeters(metrics);
    }

    /** Counts a record, whether it could be read or not. */
    void count(boolean readable) {
        counts.record(readable);
    }

    /** Shows how much there is to learn from. */
    void show(Course course) {
        counts.show(course);
    }

    /** Gives the lessons that are due next, and sends models, population figures and reports. */
    void send(Course course, Collector<EncodedRecord> out) {
        Course.Learned learned = course.learn();
        counts.reached(learned.atMillis());
        String version =
                learned.model()
                        .filter(model -> publish(model, course.playbook(), out))
                        .map(ModelText::version)
                        .orElse("");
        learned.population()
                .ifPresent(
                        figures ->
                                out.collect(published(POPULATION, PopulationText.write(figures))));
        learned.lessons()
                .forEach(
                        (id, lesson) -> {
                            String outcome = course.playbook().outcome(id).name();
                            QualityReport report =
                                    new QualityReport(
                                            course.playbook().name(),
                                            course.playbook().version(),
                                            version,
                                            outcome,
                                            lesson);
                            counts.lesson(outcome, lesson.linear().isPresent());
                            meters.show(report);
                            out.collect(quality.encode(report));
                        });
        counts.show(course);
    }

    /** Sends a model unless the scoring job would refuse it. */
    private boolean publish(ModelText model, Playbook playbook, Collector<EncodedRecord> out) {
        String text = ModelWriter.write(model, playbook);
        Checked<ModelText> read = ModelReader.readText(model.version(), text, playbook);
        if (read.isAccepted()) {
            counts.published(model.effectiveFromMillis());
            out.collect(published(MODEL, text));
            LOG.info("published {}", model.version());
        } else {
            counts.withheld();
            LOG.error("not published: {}", String.join("; ", read.lines()));
        }
        return read.isAccepted();
    }

    private static EncodedRecord published(String key, String text) {
        return EncodedRecord.published(key, NOW, text.getBytes(StandardCharsets.UTF_8));
    }
}
