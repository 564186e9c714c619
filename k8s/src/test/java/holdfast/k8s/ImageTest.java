package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the jobs ask for the image that is built here. */
class ImageTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>holdfast</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern TAG = Pattern.compile("holdfast-scoring:([\\w.-]+)");

    @Test
    void bothJobsAskForTheVersionThatTheBuildMakes() throws IOException {
        assertThat(List.of(Base.job(Base.SCORING), Base.job(Base.LEARNING)))
                .extracting(job -> job.at("/spec/image").asText())
                .containsOnly("holdfast-scoring:" + version());
    }

    @Test
    void whatPeopleAreToldToTypeBuildsThatVersion() throws IOException {
        assertThat(tags(Path.of("README.md"))).hasSize(2).containsOnly(version());
        assertThat(tags(Path.of("Dockerfile"))).hasSize(1).containsOnly(version());
    }

    /** One that an overlay repeats is forgotten at the next release. */
    @Test
    void noOverlayNamesTheVersionAgain() {
        for (String overlay : List.of("production", "strimzi")) {
            Path file = Path.of("overlays", overlay, "kustomization.yaml");
            Manifest kustomization = Manifest.read(file).get(0);

            assertThat(kustomization.at("/images/0/newName").asText()).as(overlay).contains("/");
            assertThat(kustomization.at("/images/0").has("newTag")).as(overlay).isFalse();
        }
    }

    /** The build's, as the root's pom.xml says it. */
    static String version() throws IOException {
        Matcher found = VERSION.matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> tags(Path file) throws IOException {
        return TAG.matcher(Files.readString(file)).results().map(ImageTest::tag).toList();
    }

    private static String tag(MatchResult found) {
        return found.group(1);
    }
}
