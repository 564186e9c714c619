package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import holdfast.app.quickstart.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A schema registry in a process of its own, which keeps what it knows while it is stopped. */
final class RegistryProcess implements AutoCloseable {

    /** Where the build unpacks it. */
    private static final Path HOME = Path.of("target", "registry");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final int port = Ports.anyFree();
    private List<Process> running = List.of();

    /**
     * @param directory for its database and its log
     */
    RegistryProcess(Path directory) {
        this.directory = directory;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException {
        int management = Ports.anyFreeBut(port);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + port,
                                "-Dquarkus.management.host=127.0.0.1",
                                "-Dquarkus.management.port=" + management,
                                "-Dapicurio.datasource.url=jdbc:h2:file:"
                                        + directory.resolve("schemas").toAbsolutePath(),
                                "-jar",
                                runner().toAbsolutePath().toString()));
        running =
                List.of(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(directory.resolve("registry.log").toFile())
                                .start());
        await().atMost(PATIENCE).until(this::answers);
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private boolean answers() {
        assertThat(running).as("see registry.log").allMatch(Process::isAlive);
        try {
            return send(HttpRequest.newBuilder(URI.create(url() + "/subjects"))).statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The id under which it holds a schema from now on. */
    int register(String subject, Schema schema) {
        String body = "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}";
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(url() + "/subjects/" + subject + "/versions"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
        Matcher id = ID.matcher(answer.body());
        if (!id.find()) {
            throw new AssertionError(answer.body());
        }
        return Integer.parseInt(id.group(1));
    }

    /** The schema of an id. */
    String schema(int id) {
        String body = send(HttpRequest.newBuilder(URI.create(url() + "/schemas/ids/" + id))).body();
        try (JsonParser answer = new JsonFactory().createParser(body)) {
            for (JsonToken token = answer.nextToken(); token != null; token = answer.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "schema".equals(answer.currentName())) {
                    return answer.getText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it, and waits until it is gone. */
    void stop() {
        for (Process process : running) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        running = List.of();
    }

    @Override
    public void close() {
        stop();
    }
}
