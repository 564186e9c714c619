package holdfast.app.quickstart;

import org.apache.flink.configuration.Configuration;

/**
 * Where Prometheus finds the metrics of a job in this process.
 *
 * @param flink port of what Flink tells about itself
 * @param churn port of what the job tells about itself; 0: any, the log says which
 */
public record MetricPorts(int flink, int churn) {

    private static final String PATH = "/metrics";

    /** Any two where nobody listens. */
    public static MetricPorts anyFree() {
        int flink = Ports.anyFree();
        return new MetricPorts(flink, Ports.anyFreeBut(flink));
    }

    /** The ports from these on where nobody listens. */
    public static MetricPorts atOrAfter(int flink, int churn) {
        int freeChurn = Ports.atOrAfter(churn);
        int freeFlink = Ports.atOrAfter(flink);
        return new MetricPorts(
                freeFlink == freeChurn ? Ports.atOrAfter(freeChurn + 1) : freeFlink, freeChurn);
    }

    /** Lets both be served; nothing is told twice. */
    public void open(Configuration settings) {
        settings.setString("metrics.reporters", "prom,churn");
        settings.setString(
                "metrics.reporter.prom.factory.class",
                "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        settings.setString("metrics.reporter.prom.port", Integer.toString(flink));
        settings.setString("metrics.reporter.prom.filter.excludes", "*:churn_*");
        settings.setString(
                "metrics.reporter.churn.factory.class", "holdfast.metrics.ChurnReporterFactory");
        settings.setString("metrics.reporter.churn.port", Integer.toString(churn));
    }

    /** Where Flink's own are, seen from a host. */
    public String flinkAddress(String host) {
        return "http://" + host + ":" + flink + PATH;
    }

    /** Where the job's are, seen from a host. */
    public String churnAddress(String host) {
        return "http://" + host + ":" + churn + PATH;
    }
}
