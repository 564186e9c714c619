package holdfast.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.junit.jupiter.api.Test;

class MetricPortsTest {

    @Test
    void eachReporterThatIsAskedForIsFoundExactlyOnce() {
        Configuration settings = new Configuration();
        new MetricPorts(1, 2).open(settings);

        for (String name : settings.getString("metrics.reporters", "").split(",", -1)) {
            String factory =
                    settings.getString("metrics.reporter." + name + ".factory.class", "none");
            assertThat(ServiceLoader.load(MetricReporterFactory.class))
                    .as(name)
                    .filteredOn(found -> found.getClass().getName().equals(factory))
                    .hasSize(1);
        }
    }

    @Test
    void theTwoNeverShareAPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            MetricPorts ports =
                    MetricPorts.atOrAfter(taken.getLocalPort(), taken.getLocalPort() + 1);

            assertThat(ports.churn()).isGreaterThan(taken.getLocalPort());
            assertThat(ports.flink())
                    .isGreaterThan(taken.getLocalPort())
                    .isNotEqualTo(ports.churn());
            assertThat(ports.churnAddress("here"))
                    .isEqualTo("http://here:%d/metrics", ports.churn());
        }
    }
}
