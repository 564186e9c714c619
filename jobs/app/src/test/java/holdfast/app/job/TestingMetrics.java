package holdfast.app.job;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;

/** The metrics of a job in this process, as Prometheus sees them. */
final class TestingMetrics {

    private static final Pattern FATE =
            Pattern.compile(
                    "^\\w*churn_events_total\\{.*\\bfate=\"(\\w+)\".*} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern RESTARTS =
            Pattern.compile("^\\w*job_numRestarts\\{.*} (\\S+)$", Pattern.MULTILINE);

    private final int port = FreePort.atOrAfter(19_249);
    private final HttpClient client = HttpClient.newHttpClient();

    void configure(Configuration flink) {
        flink.setString("metrics.reporters", "prom");
        flink.setString(
                "metrics.reporter.prom.factory.class",
                "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        flink.setString("metrics.reporter.prom.port", Integer.toString(port));
    }

    /** How many records met each fate so far, those that none met left out. */
    Map<String, Long> fates() throws IOException, InterruptedException {
        Map<String, Long> fates = new TreeMap<>();
        Matcher sample = FATE.matcher(page());
        while (sample.find()) {
            long count = (long) Double.parseDouble(sample.group(2));
            if (count > 0) {
                fates.merge(sample.group(1), count, Long::sum);
            }
        }
        return fates;
    }

    long restarts() throws IOException, InterruptedException {
        Matcher sample = RESTARTS.matcher(page());
        return sample.find() ? (long) Double.parseDouble(sample.group(1)) : -1;
    }

    private String page() throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/metrics");
        return client.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
