package holdfast.k8s;

import holdfast.core.document.Nearest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** The keys that Flink reads; it ignores all others without a word. */
final class FlinkKeys {

    private static final List<Class<?>> OPTIONS =
            List.of(
                    BlobServerOptions.class,
                    CheckpointingOptions.class,
                    CoreOptions.class,
                    ExecutionOptions.class,
                    HighAvailabilityOptions.class,
                    JobManagerOptions.class,
                    MetricOptions.class,
                    NettyShuffleEnvironmentOptions.class,
                    PipelineOptions.class,
                    RestOptions.class,
                    RestartStrategyOptions.class,
                    RocksDBConfigurableOptions.class,
                    RocksDBOptions.class,
                    StateBackendOptions.class,
                    TaskManagerOptions.class);

    /** Of one reporter, after {@code metrics.reporter.NAME.}. */
    private static final Set<String> REPORTER_KEYS =
            Set.of("factory.class", "port", "host", "interval", "filter.includes");

    private static final String OPERATOR = "kubernetes.operator.";
    private static final String REPORTER = "metrics.reporter.";

    private final Set<String> known = new TreeSet<>();

    FlinkKeys(Set<String> reporters) {
        for (Class<?> options : OPTIONS) {
            for (Field field : options.getFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && field.getType() == ConfigOption.class) {
                    known.add(key(field));
                }
            }
        }
        for (String reporter : reporters) {
            REPORTER_KEYS.forEach(key -> known.add(REPORTER + reporter + "." + key));
            known.add(REPORTER + reporter + "." + MetricOptions.REPORTER_EXCLUDES.key());
        }
    }

    /** One problem for each key that nobody reads, but for the operator's own. */
    List<String> problems(Iterable<String> keys) {
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            if (!known.contains(key) && !key.startsWith(OPERATOR)) {
                String hint =
                        Nearest.of(key, known)
                                .map(it -> "; did you mean \"" + it + "\"?")
                                .orElse("");
                problems.add("Flink knows no \"" + key + "\"" + hint);
            }
        }
        return problems;
    }

    private static String key(Field field) {
        try {
            return ((ConfigOption<?>) field.get(null)).key();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
