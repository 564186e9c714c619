package holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.junit.jupiter.api.Test;

/** The jar that lies in a cluster's plugins folder, with nothing beside it. */
class PluginJarITCase {

    private static final Path JAR = Path.of("target", "holdfast-metrics-plugin.jar");
    private static final int BYTES_MAX = 500_000;

    @Test
    void servesMetricsWithNothingButFlinkAndTheLogAround() throws Exception {
        try (URLClassLoader plugin =
                new URLClassLoader(new URL[] {JAR.toUri().toURL()}, new FlinkAlone())) {
            List<ServiceLoader.Provider<MetricReporterFactory>> found =
                    ServiceLoader.load(MetricReporterFactory.class, plugin).stream().toList();
            assertThat(found).hasSize(1);
            assertThat(found.get(0).type().getClassLoader()).isSameAs(plugin);
            MetricReporter reporter = found.get(0).get().createMetricReporter(new Properties());
            int port = freePort();
            MetricConfig settings = new MetricConfig();
            settings.setProperty("port", Integer.toString(port));
            reporter.open(settings);
            reporter.notifyOfAddedMetric(
                    new SimpleCounter(), "churn_scores_total", TestingGroup.of(0));

            assertThat(page(port)).contains("# TYPE churn_scores_total counter");
            reporter.close();
        }
    }

    @Test
    void isLean() throws Exception {
        assertThat(Files.size(JAR)).isLessThan(BYTES_MAX);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .allSatisfy(
                            entry ->
                                    assertThat(entry.getName())
                                            .matches(
                                                    "(META-INF/versions/\\d+/)?"
                                                            + "(holdfast|io/prometheus/metrics)/.*"));
        }
    }

    private static String page(int port) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** What a plugin of Flink sees of the classes around it. */
    private static final class FlinkAlone extends ClassLoader {

        FlinkAlone() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.flink.") || name.startsWith("org.slf4j.")) {
                return PluginJarITCase.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
