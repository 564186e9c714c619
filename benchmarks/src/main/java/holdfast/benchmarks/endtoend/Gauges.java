package holdfast.benchmarks.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** The job's metrics as Prometheus would read them. */
final class Gauges {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpRequest> requests;
    private String page = "";

    Gauges(String... addresses) {
        requests =
                Arrays.stream(addresses)
                        .map(address -> HttpRequest.newBuilder(URI.create(address)).build())
                        .toList();
    }

    /** Reads all metrics anew; leaves what was read when the job does not answer yet. */
    void refresh() throws InterruptedException {
        StringBuilder pages = new StringBuilder();
        try {
            for (HttpRequest request : requests) {
                pages.append(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            }
            page = pages.toString();
        } catch (IOException notYet) {
            page = "";
        }
    }

    /** The sum over all series of metrics whose name ends so; 0 when there is none. */
    double sum(String nameEnd) {
        return page.lines().filter(line -> isOf(line, nameEnd)).mapToDouble(Gauges::value).sum();
    }

    /** The sum over those of them that bear the label. */
    double sum(String nameEnd, String label) {
        return page.lines()
                .filter(line -> isOf(line, nameEnd) && line.contains(label))
                .mapToDouble(Gauges::value)
                .sum();
    }

    /** The greatest of all series of metrics whose name ends so; 0 when there is none. */
    double max(String nameEnd) {
        return page.lines()
                .filter(line -> isOf(line, nameEnd))
                .mapToDouble(Gauges::value)
                .max()
                .orElse(0);
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private static boolean isOf(String line, String nameEnd) {
        int brace = line.indexOf('{');
        return !line.startsWith("#")
                && brace > 0
                && line.startsWith(nameEnd, brace - nameEnd.length());
    }
}
