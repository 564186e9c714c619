package holdfast.flink.operator;

import holdfast.core.metrics.ChurnMetric;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.serialize.GroupSums;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * How many customers this task keeps, how large their states are and how many wait to be woken.
 *
 * <p>Sums are kept as states change, for each key group alone, and are part of every checkpoint:
 * every task reads all of them and goes on with its own key groups, so they stay exact when the
 * number of tasks changes. At most as many as there are key groups. Not thread-safe.
 */
final class CustomerSums {

    private static final ListStateDescriptor<GroupSums> STATE =
            new ListStateDescriptor<>("customer-sums", CodecTypes.GROUP_SUMS);

    private final ListState<GroupSums> state;
    private final KeyGroupRange own;
    private final int keyGroups;
    private final long[] customers;
    private final long[] bytes;
    private final long[] wakeups;

    private long allCustomers;
    private long allBytes;
    private long allWakeups;

    CustomerSums(OperatorStateStore store, TaskInfo task) throws Exception {
        state = store.getUnionListState(STATE);
        keyGroups = task.getMaxNumberOfParallelSubtasks();
        own =
                KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                        keyGroups,
                        task.getNumberOfParallelSubtasks(),
                        task.getIndexOfThisSubtask());
        customers = new long[keyGroups];
        bytes = new long[keyGroups];
        wakeups = new long[keyGroups];
        for (GroupSums sums : state.get()) {
            if (own.contains(sums.keyGroup())) {
                add(sums.keyGroup(), sums.customers(), sums.bytes(), sums.wakeups());
            }
        }
    }

    void register(MetricGroup metrics) {
        metrics.gauge(ChurnMetric.CUSTOMERS.metricName(), () -> allCustomers);
        metrics.gauge(ChurnMetric.STATE_BYTES.metricName(), () -> allBytes);
        metrics.gauge(ChurnMetric.PENDING_WAKEUPS.metricName(), () -> allWakeups);
    }

    /** Notes by how much a customer's coming, going or changing has changed the sums. */
    void changed(String customerId, long moreCustomers, long moreBytes, long moreWakeups) {
        add(
                KeyGroupRangeAssignment.assignToKeyGroup(customerId, keyGroups),
                moreCustomers,
                moreBytes,
                moreWakeups);
    }

    void snapshot() throws Exception {
        List<GroupSums> sums = new ArrayList<>();
        for (int group : own) {
            if (customers[group] != 0) {
                sums.add(new GroupSums(group, customers[group], bytes[group], wakeups[group]));
            }
        }
        state.update(sums);
    }

    private void add(int group, long moreCustomers, long moreBytes, long moreWakeups) {
        customers[group] += moreCustomers;
        bytes[group] += moreBytes;
        wakeups[group] += moreWakeups;
        allCustomers += moreCustomers;
        allBytes += moreBytes;
        allWakeups += moreWakeups;
    }
}
