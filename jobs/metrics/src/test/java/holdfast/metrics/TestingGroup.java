package holdfast.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A group of which only its variables matter. */
final class TestingGroup extends UnregisteredMetricsGroup {

    private final Map<String, String> variables = new HashMap<>();

    private TestingGroup() {}

    /** Of a task, with labels and their values in turn. */
    static TestingGroup of(int subtask, String... labels) {
        TestingGroup group = new TestingGroup();
        group.variables.put("<operator_name>", "Score churn");
        group.variables.put("<subtask_index>", Integer.toString(subtask));
        group.variables.put("<task_attempt_id>", "0c1a");
        for (int i = 0; i < labels.length; i += 2) {
            group.variables.put("<" + labels[i] + ">", labels[i + 1]);
        }
        return group;
    }

    @Override
    public Map<String, String> getAllVariables() {
        return variables;
    }
}
