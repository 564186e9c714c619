package holdfast.app.quickstart;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A Flink cluster in this process, with its web page and its metrics for Prometheus.
 *
 * <p>The page listens on 127.0.0.1 only, the metrics on every address. Not thread-safe.
 */
public final class EmbeddedFlink implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 60;

    private final MiniCluster cluster;
    private final int webPort;
    private final MetricPorts metrics;

    private EmbeddedFlink(MiniCluster cluster, int webPort, MetricPorts metrics) {
        this.cluster = cluster;
        this.webPort = webPort;
        this.metrics = metrics;
    }

    /**
     * Starts a cluster of one worker.
     *
     * @param slots how many parallel tasks it can run of each operator
     * @param webPort of the web page, free
     * @param metrics ports of the metrics, free
     */
    public static EmbeddedFlink start(int slots, int webPort, MetricPorts metrics) {
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings(webPort, metrics))
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .build());
        try {
            cluster.start();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot start a Flink cluster", failure);
        }
        return new EmbeddedFlink(cluster, webPort, metrics);
    }

    private static Configuration settings(int webPort, MetricPorts metrics) {
        Configuration settings = new Configuration();
        settings.set(RestOptions.ADDRESS, HOST);
        settings.set(RestOptions.BIND_ADDRESS, HOST);
        settings.set(RestOptions.PORT, webPort);
        settings.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        metrics.open(settings);
        return settings;
    }

    /** Where the web page is. */
    public String webAddress() {
        return "http://" + HOST + ":" + webPort;
    }

    /** Where the metrics of jobs are, for Prometheus. */
    public String metricsAddress() {
        return metrics.churnAddress(HOST);
    }

    /** Where Flink's own metrics are, for Prometheus. */
    public String flinkMetricsAddress() {
        return metrics.flinkAddress(HOST);
    }

    /** Hands a job over; it runs until it is cancelled or fails. */
    public JobID submit(StreamGraph job) {
        try {
            return cluster.submitJob(job.getJobGraph())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .getJobID();
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw refusal("cannot submit the job", failure);
        }
    }

    /** Whether a job has ended, by whatever cause. */
    public boolean hasEnded(JobID job) {
        try {
            JobStatus status = cluster.getJobStatus(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return status.isGloballyTerminalState();
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw refusal("cannot ask for the job's status", failure);
        }
    }

    /** Stops a job where it is, without a last watermark, and waits until it has stopped. */
    public void cancel(JobID job) {
        try {
            cluster.cancelJob(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            cluster.requestJobResult(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw refusal("cannot stop the job", failure);
        }
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }

    private static IllegalStateException refusal(String what, Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException(what, failure);
    }
}
