package holdfast.flink.operator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** What the operators of one task have registered, by name and labels. */
final class TestingMeters {

    private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

    private final TaskMetricGroup task =
            TaskManagerMetricGroup.createTaskManagerMetricGroup(
                            TestingMetricRegistry.builder()
                                    .setRegisterConsumer(this::register)
                                    .build(),
                            "here",
                            ResourceID.generate())
                    .addJob(new JobID(), "job")
                    .addTask(ExecutionAttemptID.randomId(), "task");

    TaskMetricGroup task() {
        return task;
    }

    /** The number that a metric tells, such as {@code churn_events_total{fate=late,topic=a}}. */
    double of(String series) {
        Metric metric = metric(series);
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        return ((Number) ((Gauge<?>) metric).getValue()).doubleValue();
    }

    /** What a gauge says in words. */
    Object words(String series) {
        return ((Gauge<?>) metric(series)).getValue();
    }

    private Metric metric(String series) {
        Metric metric = metrics.get(series);
        if (metric == null) {
            throw new AssertionError(series + " is none of " + new TreeMap<>(metrics).keySet());
        }
        return metric;
    }

    /** Everything of ours, by name and labels. */
    Iterable<String> series() {
        return new TreeMap<>(metrics).keySet();
    }

    private void register(Metric metric, String name, MetricGroup group) {
        if (name.startsWith("churn_")) {
            TreeMap<String, String> labels = new TreeMap<>();
            group.getAllVariables()
                    .forEach(
                            (key, value) -> {
                                if (!key.matches(
                                        "<(host|tm_id|job_.*|task_.*|operator_.*|sub.*)>")) {
                                    labels.put(key.substring(1, key.length() - 1), value);
                                }
                            });
            metrics.put(
                    labels.isEmpty() ? name : name + labels.toString().replace(", ", ","), metric);
        }
    }
}
