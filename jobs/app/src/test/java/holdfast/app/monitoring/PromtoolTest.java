package holdfast.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the rules and queries. */
@Tag("ops")
class PromtoolTest {

    @TempDir private Path directory;

    @Test
    void acceptsTheRulesAndTheConfiguration() throws Exception {
        promtool("check", "rules", "rules.yaml");
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void seesEachRuleFireAndNotFire() throws Exception {
        assertThat(promtool("test", "rules", "rules.test.yaml")).contains("SUCCESS");
    }

    @Test
    void understandsEveryQueryOfTheDashboards() throws Exception {
        StringBuilder rules = new StringBuilder("groups: [{name: queries, rules: [\n");
        List<Shipped.Query> queries = new ArrayList<>(Shipped.queries());
        queries.addAll(Shipped.marks());
        for (int i = 0; i < queries.size(); i++) {
            String expression = queries.get(i).of("shop", "holdfast").replace('\n', ' ');
            rules.append("{record: \"query:%d\", expr: '%s'},%n".formatted(i, expression));
        }
        Path file = Files.writeString(directory.resolve("queries.yaml"), rules + "]}]\n");

        assertThat(promtool("check", "rules", file.toAbsolutePath().toString()))
                .contains(queries.size() + " rules found");
    }

    private static String promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(Shipped.FOLDER.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
