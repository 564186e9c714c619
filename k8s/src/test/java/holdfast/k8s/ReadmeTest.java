package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That what the README tells people to type is right. */
class ReadmeTest {

    private static final Pattern PATCH = Pattern.compile("--type merge -p '(.*)'");
    private static final Pattern PATH = Pattern.compile("(?<= )k8s/[\\w./-]+");

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void patchesFieldsThatThereAre() throws IOException {
        List<String> patches = PATCH.matcher(readme).results().map(it -> it.group(1)).toList();

        assertThat(patches).hasSize(5);
        for (String patch : patches) {
            Manifest job = Base.job(Base.SCORING);
            new ObjectMapper().readerForUpdating(job.tree()).readValue(patch);
            assertThat(job.at("/spec/job/jarURI").isTextual()).isTrue();
            assertThat(Checks.schemaProblems(job)).as(patch).isEmpty();
        }
    }

    @Test
    void namesFilesThatThereAre() {
        List<String> paths = PATH.matcher(readme).results().map(MatchResult::group).toList();

        assertThat(paths).isNotEmpty();
        assertThat(paths).allSatisfy(path -> assertThat(Path.of("..", path)).exists());
    }
}
