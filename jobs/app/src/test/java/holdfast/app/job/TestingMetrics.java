package holdfast.app.job;

import holdfast.app.quickstart.MetricPorts;
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
public final class TestingMetrics {

    private static final String HOST = "localhost";
    private static final Pattern FATE =
            Pattern.compile(
                    "^churn_accounted_events\\{.*\\bfate=\"(\\w+)\".*} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern RESTARTS =
            Pattern.compile("^\\w*job_numRestarts\\{.*} (\\S+)$", Pattern.MULTILINE);

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "^\\w*operator_currentInputWatermark\\{.*operator_name=\"Write_scores[^\"]*\".*}"
                            + " (\\S+)$",
                    Pattern.MULTILINE);

    private final HttpClient client = HttpClient.newHttpClient();
    private MetricPorts ports = new MetricPorts(0, 0);

    /** Lets a job of this configuration show its metrics. */
    public void configure(Configuration flink) {
        // Each time: a job that ends may hold its own for a while.
        ports = MetricPorts.anyFree();
        ports.open(flink);
    }

    /** How many records met each fate so far, those that none met left out. */
    public Map<String, Long> fates() throws IOException, InterruptedException {
        Map<String, Long> fates = new TreeMap<>();
        Matcher sample = FATE.matcher(page(ports.churnAddress(HOST)));
        while (sample.find()) {
            long count = (long) Double.parseDouble(sample.group(2));
            if (count > 0) {
                fates.merge(sample.group(1), count, Long::sum);
            }
        }
        return fates;
    }

    /** How often the job was restarted; -1 before it runs. */
    public long restarts() throws IOException, InterruptedException {
        Matcher sample = RESTARTS.matcher(page(ports.flinkAddress(HOST)));
        return sample.find() ? (long) Double.parseDouble(sample.group(1)) : -1;
    }

    /** The time up to which all output has reached the sinks; before any, the least there is. */
    public long writtenUpToMillis() throws IOException, InterruptedException {
        long leastMillis = Long.MAX_VALUE;
        Matcher sample = WRITTEN.matcher(page(ports.flinkAddress(HOST)));
        while (sample.find()) {
            leastMillis = Math.min(leastMillis, (long) Double.parseDouble(sample.group(1)));
        }
        return leastMillis == Long.MAX_VALUE ? Long.MIN_VALUE : leastMillis;
    }

    /** What the job tells of itself. */
    public String page() throws IOException, InterruptedException {
        return page(ports.churnAddress(HOST));
    }

    private String page(String address) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
