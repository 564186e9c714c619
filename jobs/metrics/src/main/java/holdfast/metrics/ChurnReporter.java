package holdfast.metrics;

import holdfast.core.metrics.ChurnMetric;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves every metric of the catalogue that an operator registers, typed and with its help, at
 * {@code /metrics} on a port of its own.
 *
 * <p>Settings: {@value #PORT}, one port, or a range such as 9250-9260 of which the first free one
 * is taken, or 0 for any; and {@value #HOST}, all addresses unless given. It never stops a job:
 * what it cannot do it says in the log. Thread-safe.
 */
final class ChurnReporter implements MetricReporter {

    static final String PORT = "port";
    static final String HOST = "host";
    static final String PORT_DEFAULT = "9250";
    static final String HOST_DEFAULT = "0.0.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(ChurnReporter.class);

    private final SeriesBook series = new SeriesBook();
    private @Nullable MetricsServer server;

    @Override
    public void open(MetricConfig settings) {
        String ports = settings.getString(PORT, PORT_DEFAULT);
        String host = settings.getString(HOST, HOST_DEFAULT);
        try {
            server = MetricsServer.start(host, PortRange.parse(ports), new Exposition(series));
            LOG.info("serving churn metrics at http://{}:{}/metrics", host, server.port());
        } catch (IllegalArgumentException | PortsTakenException failure) {
            LOG.error("serving no churn metrics: {}", failure.getMessage());
        }
    }

    /** Where it listens; 0 when it does not. */
    int port() {
        return server == null ? 0 : server.port();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.startsWith(ChurnMetric.PREFIX)) {
            SeriesName.of(name, group.getAllVariables())
                    .ifPresentOrElse(
                            known -> series.add(known, metric),
                            () -> LOG.warn("not in the catalogue, so not served: {}", name));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (name.startsWith(ChurnMetric.PREFIX)) {
            SeriesName.of(name, group.getAllVariables())
                    .ifPresent(known -> series.remove(known, metric));
        }
    }
}
