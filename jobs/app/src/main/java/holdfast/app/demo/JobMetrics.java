package holdfast.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Reads the metrics of the job and of Flink, as Prometheus would. */
final class JobMetrics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpRequest> requests;

    JobMetrics(String... addresses) {
        requests =
                Arrays.stream(addresses)
                        .map(URI::create)
                        .map(address -> HttpRequest.newBuilder(address).timeout(PATIENCE).build())
                        .toList();
    }

    /** The figures now. */
    JobFigures read() {
        StringBuilder exposition = new StringBuilder();
        requests.forEach(request -> exposition.append(page(request)).append('\n'));
        return JobFigures.read(exposition.toString());
    }

    private String page(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + request.uri(), failure);
        }
    }
}
