package holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.metrics.ChurnMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricTableTest {

    @Test
    void pageOfTheDocumentationIsTheOneGenerated() throws IOException {
        assertThat(Files.readString(Path.of("METRICS.md")))
                .as("run holdfast.metrics.MetricTable with the path of METRICS.md")
                .isEqualTo(MetricTable.page());
    }

    @Test
    void namesSayWhatThingsAre() {
        for (ChurnMetric metric : ChurnMetric.values()) {
            assertThat(metric.metricName())
                    .startsWith(ChurnMetric.PREFIX)
                    .matches(
                            switch (metric.type()) {
                                case COUNTER -> "[a-z_]+_total";
                                case INFO -> "[a-z_]+_info";
                                case GAUGE -> "[a-z_]+(?<!_total|_info)";
                                case HISTOGRAM -> "[a-z_]+_seconds";
                            });
            assertThat(metric.help()).endsWith(".");
        }
    }
}
