package holdfast.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads the job's own metrics, as Prometheus would. */
final class JobMetrics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    JobMetrics(String address) {
        request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    }

    /** The figures now. */
    JobFigures read() {
        try {
            return JobFigures.read(client.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + request.uri(), failure);
        }
    }
}
