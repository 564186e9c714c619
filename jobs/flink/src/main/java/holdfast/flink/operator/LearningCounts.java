package holdfast.flink.operator;

import holdfast.core.learning.Course;
import holdfast.core.learning.Learner;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.core.playbook.Outcome;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What the learning job counts. Counted in the task's thread; read by metrics in threads of their
 * own.
 */
final class LearningCounts {

    private static final double SECOND_MILLIS = 1_000;

    private final MetricGroup metrics;
    private final Counter taken;
    private final Counter refused;
    private final Counter published;
    private final Counter withheld;
    private final Map<String, Counter> lessons = new HashMap<>();
    private final Map<String, Learner.Extent> extents = new ConcurrentHashMap<>();
    private final Map<String, Long> stepMillis = new ConcurrentHashMap<>();
    private final Queue<Long> notYetDueMillis = new ArrayDeque<>();
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicInteger refusedInARow = new AtomicInteger();

    LearningCounts(MetricGroup metrics) {
        this.metrics = metrics;
        taken = byResult("accepted", ChurnMetric.LEARNING_RECORDS);
        refused = byResult("refused", ChurnMetric.LEARNING_RECORDS);
        published = byResult("accepted", ChurnMetric.LEARNING_MODELS);
        withheld = byResult("refused", ChurnMetric.LEARNING_MODELS);
        metrics.<Integer, Gauge<Integer>>gauge(
                ChurnMetric.LEARNING_MODELS_DUE.metricName(), due::get);
        metrics.<Integer, Gauge<Integer>>gauge(
                ChurnMetric.LEARNING_REFUSED_IN_A_ROW.metricName(), refusedInARow::get);
    }

    void record(boolean readable) {
        (readable ? taken : refused).inc();
    }

    /** Lessons are given at the instant: models that count by then are to be in force. */
    void reached(long atMillis) {
        while (!notYetDueMillis.isEmpty() && notYetDueMillis.element() <= atMillis) {
            notYetDueMillis.remove();
            due.incrementAndGet();
        }
    }

    /** Counts a model that was published. */
    void published(long effectiveFromMillis) {
        published.inc();
        notYetDueMillis.add(effectiveFromMillis);
        refusedInARow.set(0);
    }

    /** Counts a model that the scoring job would refuse. */
    void withheld() {
        withheld.inc();
        refusedInARow.incrementAndGet();
    }

    void lesson(String outcome, boolean learned) {
        lessonsOf(outcome, learned ? "learned" : "prior").inc();
    }

    void show(Course course) {
        for (Outcome outcome : course.playbook().outcomes()) {
            stepMillis.put(outcome.name(), Course.stepMillis(outcome));
            if (extents.put(outcome.name(), course.extent(outcome)) == null) {
                register(outcome.name());
            }
        }
        stepMillis
                .keySet()
                .retainAll(
                        course.playbook().outcomes().stream()
                                .map(Outcome::name)
                                .collect(Collectors.toSet()));
    }

    private void register(String outcome) {
        MetricGroup group = metrics.addGroup(MetricLabel.OUTCOME.key(), outcome);
        group.<Integer, Gauge<Integer>>gauge(
                ChurnMetric.LEARNING_SNAPSHOTS.metricName(), () -> extent(outcome).snapshots());
        group.<Integer, Gauge<Integer>>gauge(
                ChurnMetric.LEARNING_CUSTOMERS.metricName(), () -> extent(outcome).customers());
        group.<Double, Gauge<Double>>gauge(
                ChurnMetric.LEARNING_SHARE.metricName(), () -> extent(outcome).share());
        group.<Double, Gauge<Double>>gauge(
                ChurnMetric.LEARNING_INTERVAL.metricName(), () -> intervalSeconds(outcome));
        lessonsOf(outcome, "learned");
        lessonsOf(outcome, "prior");
    }

    private Learner.Extent extent(String outcome) {
        return Objects.requireNonNull(extents.get(outcome), outcome);
    }

    /** NaN, which is not shown, of an outcome that the playbook has no more. */
    private double intervalSeconds(String outcome) {
        Long step = stepMillis.get(outcome);
        return step == null ? Double.NaN : step / SECOND_MILLIS;
    }

    private Counter lessonsOf(String outcome, String lesson) {
        return lessons.computeIfAbsent(
                outcome + "/" + lesson,
                key ->
                        metrics.addGroup(MetricLabel.OUTCOME.key(), outcome)
                                .addGroup(MetricLabel.LESSON.key(), lesson)
                                .counter(ChurnMetric.LEARNING_LESSONS.metricName()));
    }

    private Counter byResult(String result, ChurnMetric metric) {
        return metrics.addGroup(MetricLabel.RESULT.key(), result).counter(metric.metricName());
    }
}
