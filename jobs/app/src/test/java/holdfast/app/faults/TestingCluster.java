package holdfast.app.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A cluster of processes, driven by the script that people use. */
final class TestingCluster implements AutoCloseable {

    private static final Path SCRIPT = Path.of("..", "..", "benchmarks", "cluster");
    private static final long SCRIPT_SECONDS = 240;
    private static final Pattern BOOTSTRAP = Pattern.compile("^kafka +(\\S+)$", Pattern.MULTILINE);
    private static final Pattern FATE =
            Pattern.compile(
                    "^churn_accounted_events\\{.*\\bfate=\"(\\w+)\".*} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "^\\w*operator_currentInputWatermark\\{.*operator_name=\"Write_scores.*} (\\S+)$",
                    Pattern.MULTILINE);

    private final Path work;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread atExit = new Thread(this::stopQuietly, "stop-cluster");
    private String bootstrap = "";

    /**
     * @param work for its files; emptied
     */
    TestingCluster(Path work) {
        this.work = work;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void start(int workers) throws Exception {
        Matcher said = BOOTSTRAP.matcher(run("start", Integer.toString(workers)));
        if (!said.find()) {
            throw new AssertionError("the script does not say where Kafka is");
        }
        bootstrap = said.group(1);
    }

    String bootstrap() {
        return bootstrap;
    }

    /** Runs a command of the script; what it printed. Fails when it fails. */
    String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(work.getParent(), "cluster-", ".out");
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().put("HOLDFAST_CLUSTER", work.toString());
        long startNanos = System.nanoTime();
        Process process = script.redirectOutput(out.toFile()).start();
        if (!process.waitFor(SCRIPT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end: " + Files.readString(out));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + Files.readString(out));
        }
        System.out.printf(
                "cluster %s: %.1f s%n",
                String.join(" ", arguments), (System.nanoTime() - startNanos) / 1e9);
        return Files.readString(out);
    }

    /** Ends a process at once, as a machine that fails does. */
    void kill(String name) throws Exception {
        long pid = Long.parseLong(Files.readString(work.resolve(name + ".pid")).strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(SCRIPT_SECONDS, TimeUnit.SECONDS);
    }

    /** How many records met each fate so far, those that none met left out. */
    Map<String, Long> fates() throws IOException, InterruptedException {
        Map<String, Long> fates = new TreeMap<>();
        for (String page : pages("churn")) {
            Matcher sample = FATE.matcher(page);
            while (sample.find()) {
                long count = (long) Double.parseDouble(sample.group(2));
                if (count > 0) {
                    fates.merge(sample.group(1), count, Long::sum);
                }
            }
        }
        return fates;
    }

    /** How many records have met a fate so far. */
    long fated() throws IOException, InterruptedException {
        return fates().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The time up to which all output has reached the sinks. */
    long writtenUpToMillis() throws IOException, InterruptedException {
        long leastMillis = Long.MAX_VALUE;
        for (String page : pages("metrics")) {
            Matcher sample = WRITTEN.matcher(page);
            while (sample.find()) {
                leastMillis = Math.min(leastMillis, (long) Double.parseDouble(sample.group(1)));
            }
        }
        return leastMillis == Long.MAX_VALUE ? Long.MIN_VALUE : leastMillis;
    }

    /** Stops every process. */
    @Override
    public void close() throws Exception {
        run("stop");
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private List<String> pages(String kind) throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(work)) {
            for (Path port :
                    files.filter(file -> file.toString().endsWith(kind + ".port")).toList()) {
                URI address =
                        URI.create(
                                "http://127.0.0.1:%s/metrics"
                                        .formatted(Files.readString(port).strip()));
                pages.add(
                        client.send(
                                        HttpRequest.newBuilder(address).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body());
            }
        }
        return pages;
    }

    private void stopQuietly() {
        try {
            run("stop");
        } catch (Exception failure) {
            System.err.println("the cluster in " + work + " may still run: " + failure);
        }
    }
}
