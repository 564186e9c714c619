package holdfast.app.registry;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import holdfast.app.registry.BoundedBody.TooLongException;
import holdfast.app.shell.FailedRunException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;

/**
 * Speaks the REST interface that Confluent's registry introduced and others share. An answer takes
 * at most {@code patience}, and at most 4 MiB; redirects are not followed. Thread-safe.
 */
public final class RegistryClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 4 << 20;
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private final Duration patience;
    private final HttpClient http;

    public RegistryClient(RegistrySettings settings) {
        this(settings, PATIENCE);
    }

    RegistryClient(RegistrySettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
    }

    /** What to throw when it cannot be worked with: one line for people. */
    FailedRunException failure(String reason) {
        return new FailedRunException(
                "cannot work with the schema registry at " + settings.url() + ": " + reason);
    }

    String url() {
        return settings.url();
    }

    /** The schema of an id. */
    RegistryAnswer schema(int id) throws UnreachableRegistryException, InterruptedException {
        return answer(request("/schemas/ids/" + id).GET().build());
    }

    /** Adds a version to a subject, unless it has this schema already. */
    RegistryAnswer register(String subject, Schema schema)
            throws UnreachableRegistryException, InterruptedException {
        return answer(posting("/subjects/" + encoded(subject) + "/versions", schema));
    }

    /** Finds the version of a subject that has this schema. */
    RegistryAnswer find(String subject, Schema schema)
            throws UnreachableRegistryException, InterruptedException {
        return answer(posting("/subjects/" + encoded(subject), schema));
    }

    private HttpRequest posting(String path, Schema schema) {
        String body =
                "{\"schema\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(text(schema)))
                        + "\"}";
        return request(path)
                .header("Content-Type", CONTENT_TYPE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Without the property by which generated classes choose between two kinds of text. */
    static String text(Schema schema) {
        return schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.url() + path))
                        .header("Accept", CONTENT_TYPE + ", application/json")
                        .timeout(patience);
        settings.authorization().ifPresent(who -> request.header("Authorization", who));
        return request;
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Waits for the whole answer: the request's own timeout ends with the headers. */
    private RegistryAnswer answer(HttpRequest request)
            throws UnreachableRegistryException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request, headers -> new BoundedBody(ANSWER_BYTES_MAX));
        try {
            HttpResponse<byte[]> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return RegistryAnswer.read(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            throw new UnreachableRegistryException(
                    "no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            if (cause instanceof TooLongException) {
                return RegistryAnswer.TOO_LONG;
            }
            throw new UnreachableRegistryException(reason(cause));
        } finally {
            sent.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
