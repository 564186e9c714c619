package holdfast.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StrimziTopicsTest {

    private static final Path OVERLAY = Path.of("../../k8s/overlays/strimzi/topics.yaml");

    @Test
    void theOverlayHoldsTheTopicsThatTheJobNeeds() throws IOException {
        assertThat(Files.readString(OVERLAY))
                .as("run its first line again and keep what it prints")
                .isEqualTo(printed("topics", "show", "--strimzi", "kafka"));
    }

    @Test
    void showsTheSameTopicsForMachinesAndForPeople() {
        assertThat(printed("topics", "show", "--json", "--prefix", "x.", "--replication", "3"))
                .contains("\"name\" : \"x.churn.ticks.v1\"", "\"replication\" : 3");
        assertThat(printed("topics", "show").lines()).hasSize(21);
    }

    private static String printed(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Holdfast.run(words, new PrintWriter(out), new PrintWriter(err))).isZero();
        return out.toString();
    }
}
