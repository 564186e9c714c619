package holdfast.app.monitoring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A Prometheus of its own process that looks at jobs once a second. */
final class TestingPrometheus implements AutoCloseable {

    static final String JOB = "holdfast";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private TestingPrometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where one deployment shows its metrics. */
    record Target(String namespace, List<Integer> ports) {

        String yaml() {
            List<String> addresses =
                    ports.stream().map(port -> "'127.0.0.1:" + port + "'").toList();
            return "  - {targets: %s, labels: {namespace: %s}}%n".formatted(addresses, namespace);
        }
    }

    /** Starts and waits until it answers. */
    static TestingPrometheus start(Path directory, int port, List<Target> targets, String rules)
            throws IOException {
        StringBuilder config =
                new StringBuilder(
                        """
                        global: {scrape_interval: 1s, evaluation_interval: 1s}
                        rule_files: [rules.yaml]
                        scrape_configs:
                        - job_name: %s
                          static_configs:
                        """
                                .formatted(JOB));
        targets.forEach(target -> config.append(target.yaml()));
        Files.writeString(directory.resolve("rules.yaml"), rules);
        Files.writeString(directory.resolve("prometheus.yml"), config);
        Process process =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("prometheus.log").toFile())
                        .start();
        TestingPrometheus prometheus = new TestingPrometheus(process, port);
        await().atMost(PATIENCE).ignoreExceptions().until(prometheus::ready);
        return prometheus;
    }

    private boolean ready() throws IOException, InterruptedException {
        return get("/-/ready").contains("Ready");
    }

    /** The samples that answer a query now, each with its labels under metric. */
    List<Tree> samples(String query) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        Tree answer = Tree.read(get("/api/v1/query?query=" + encoded));
        if (!answer.text("status").equals("success")) {
            throw new AssertionError(query + ": " + answer.text("error"));
        }
        return answer.items("data", "result");
    }

    /** A sample's value. */
    static double value(Tree sample) {
        String text = String.valueOf(sample.items("value").get(1).node());
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The names of all metrics that it has seen. */
    Set<String> names() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        Tree.read(get("/api/v1/label/__name__/values"))
                .items("data")
                .forEach(name -> names.add(String.valueOf(name.node())));
        return names;
    }

    /** The alert rules that fire now, each as its name and what it speaks of. */
    Set<String> firing() throws IOException, InterruptedException {
        Set<String> firing = new TreeSet<>();
        for (Tree alert : Tree.read(get("/api/v1/alerts")).items("data", "alerts")) {
            if (alert.text("state").equals("firing")) {
                Tree labels = alert.at("labels");
                String place = labels.has("namespace") ? labels.text("namespace") : "nowhere";
                String topic = labels.has("topic") ? " " + labels.text("topic") : "";
                firing.add(labels.text("alertname") + " in " + place + topic);
            }
        }
        return firing;
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
