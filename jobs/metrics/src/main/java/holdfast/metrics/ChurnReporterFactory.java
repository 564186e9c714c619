package holdfast.metrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the reporter that Flink's {@code metrics.reporter.NAME.factory.class} asks for. */
public final class ChurnReporterFactory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties settings) {
        return new ChurnReporter();
    }
}
