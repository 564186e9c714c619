package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.activity.Fate;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.serialize.FateTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * How many records of each topic met each fate in this task, since the first start: the counts are
 * part of every checkpoint, so that they add up over restarts, whatever the number of tasks. Not
 * thread-safe.
 */
final class FateCounts {

    private static final ListStateDescriptor<FateTally> STATE =
            new ListStateDescriptor<>("fates-by-topic", CodecTypes.FATE_TALLY);

    /** Since this task started, by topic; of each by the fate's code. */
    private final Map<String, Counter[]> counters = new HashMap<>();

    /** Before that, as the checkpoint has it. */
    private final Map<String, long[]> restored = new HashMap<>();

    private final ListState<FateTally> state;

    private String lastTopic = MetricLabel.OTHER;
    private Counter[] ofLastTopic;

    /** The counts as of the checkpoint restored; of several tasks that are now one, the sum. */
    FateCounts(OperatorStateStore store, List<String> topics) throws Exception {
        ofLastTopic = begin(MetricLabel.OTHER);
        topics.forEach(this::begin);
        state = store.getListState(STATE);
        for (FateTally tally : state.get()) {
            String topic = counters.containsKey(tally.topic()) ? tally.topic() : MetricLabel.OTHER;
            for (Fate fate : Fate.values()) {
                requireNonNull(restored.get(topic))[fate.code()] += tally.of(fate);
            }
        }
    }

    void register(MetricGroup metrics) {
        counters.forEach(
                (topic, ofTopic) -> {
                    MetricGroup group = metrics.addGroup(MetricLabel.TOPIC.key(), topic);
                    for (Fate fate : Fate.values()) {
                        int code = fate.code();
                        MetricGroup ofFate = group.addGroup(MetricLabel.FATE.key(), fate.label());
                        ofFate.counter(ChurnMetric.EVENTS.metricName(), ofTopic[code]);
                        ofFate.gauge(
                                ChurnMetric.ACCOUNTED_EVENTS.metricName(),
                                () -> accounted(topic, code));
                    }
                });
    }

    void count(String topic, Fate fate) {
        if (!topic.equals(lastTopic)) { // comparing is cheaper than looking up
            lastTopic = topic;
            ofLastTopic = of(topic);
        }
        ofLastTopic[fate.code()].inc();
    }

    void snapshot() throws Exception {
        List<FateTally> tallies = new ArrayList<>();
        counters.keySet().forEach(topic -> tallies.add(tally(topic)));
        state.update(tallies);
    }

    private Counter[] begin(String topic) {
        Counter[] ofTopic = new Counter[Fate.values().length + 1];
        for (int code = 0; code < ofTopic.length; code++) {
            ofTopic[code] = new SimpleCounter();
        }
        counters.put(topic, ofTopic);
        restored.put(topic, new long[ofTopic.length]);
        return ofTopic;
    }

    private Counter[] of(String topic) {
        Counter[] ofTopic = counters.get(topic);
        return ofTopic != null ? ofTopic : requireNonNull(counters.get(MetricLabel.OTHER));
    }

    private FateTally tally(String topic) {
        List<Long> counts = new ArrayList<>();
        for (int code = 0; code <= Fate.values().length; code++) {
            counts.add(accounted(topic, code));
        }
        return new FateTally(topic, counts);
    }

    private long accounted(String topic, int code) {
        return requireNonNull(restored.get(topic))[code]
                + requireNonNull(counters.get(topic))[code].getCount();
    }
}
