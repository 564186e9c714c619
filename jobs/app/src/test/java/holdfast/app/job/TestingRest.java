package holdfast.app.job;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;

/** What Flink's REST interface, and so its web page, shows of a job in this process. */
public final class TestingRest {

    private static final Pattern JOB = Pattern.compile("\"jid\":\"([0-9a-f]{32})\"");
    private static final Pattern VERTEX = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final Pattern WORKER = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public TestingRest(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** Lets a job of this configuration show itself. */
    public void configure(Configuration flink) {
        flink.set(RestOptions.PORT, port);
        flink.set(RestOptions.BIND_PORT, Integer.toString(port));
    }

    /** Every page about the jobs and their cluster, as one text. */
    public String pages() throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (String path : List.of("config", "environment", "metrics")) {
            paths.add("/jobmanager/" + path);
        }
        paths.addAll(List.of("/config", "/jobs/overview", "/taskmanagers"));
        for (String job : ids(JOB, page("/jobs/overview"))) {
            addJob(job, paths);
        }
        for (String worker : ids(WORKER, page("/taskmanagers"))) {
            paths.addAll(
                    List.of("/taskmanagers/" + worker, "/taskmanagers/" + worker + "/metrics"));
        }
        StringBuilder pages = new StringBuilder();
        for (String path : paths) {
            pages.append(path).append('\n').append(page(path)).append('\n');
        }
        return pages.toString();
    }

    private void addJob(String job, List<String> paths) throws IOException, InterruptedException {
        String about = "/jobs/" + job;
        paths.add(about);
        for (String part :
                List.of("config", "exceptions", "plan", "metrics", "accumulators", "checkpoints")) {
            paths.add(about + "/" + part);
        }
        for (String vertex : ids(VERTEX, page(about))) {
            String path = about + "/vertices/" + vertex;
            paths.addAll(List.of(path, path + "/metrics", path + "/accumulators"));
        }
    }

    private static Set<String> ids(Pattern pattern, String page) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = pattern.matcher(page);
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private String page(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + path);
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.body();
    }
}
