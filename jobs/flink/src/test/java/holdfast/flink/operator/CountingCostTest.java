package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import holdfast.core.activity.Fate;
import holdfast.core.metrics.ChurnMetric;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.junit.jupiter.api.Test;

class CountingCostTest {

    private static final int RECORDS = 100_000;
    private static final long NOISE_BYTES = 10_000;

    private final String[] topics = {"clickstream.events.v1", "transactions.events.v1"};

    @Test
    void countingARecordAllocatesNothing() throws Exception {
        OperatorStateBackend store =
                new DefaultOperatorStateBackendBuilder(
                                getClass().getClassLoader(),
                                new ExecutionConfig(),
                                false,
                                List.of(),
                                new CloseableRegistry())
                        .build();
        FateCounts fates = new FateCounts(store, List.of(topics));
        DelayCounts delays =
                new DelayCounts(ChurnMetric.EVENT_DELAY, new UnregisteredMetricsGroup());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        count(fates, delays);

        long beforeBytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        count(fates, delays);
        long afterBytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        assertThat(afterBytes - beforeBytes).isLessThan(NOISE_BYTES);
        store.dispose();
    }

    private void count(FateCounts fates, DelayCounts delays) {
        for (int i = 0; i < RECORDS; i++) {
            fates.count(topics[i & 1], Fate.SCORED);
            delays.record(i);
        }
    }
}
