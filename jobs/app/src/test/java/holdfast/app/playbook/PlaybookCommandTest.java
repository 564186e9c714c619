package holdfast.app.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path directory = Path.of("");

    @Test
    void everyPresetIsListedShownAndGood() throws IOException {
        assertThat(run("playbook", "list")).isZero();
        for (String line : out.toString().lines().toList()) {
            String name = line.substring(0, line.indexOf(' '));
            out.getBuffer().setLength(0);

            assertThat(run("playbook", "show", name)).isZero();
            Path file = Files.writeString(directory.resolve(name + ".yaml"), out.toString());
            assertThat(run("playbook", "check", file.toString())).isZero();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMistypedKeyIsNamedWithItsPlaceAndTheNearestRightKey() throws IOException {
        assertThat(run("playbook", "show", "ecommerce")).isZero();
        String wrong = out.toString().replace("\ncategories:", "\ncatagories:");
        Path file = Files.writeString(directory.resolve("mine.yaml"), wrong);

        assertThat(run("playbook", "check", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("mine.yaml:7: unknown key \"catagories\"")
                .contains("did you mean \"categories\"?")
                .containsPattern("\n[0-9]+ errors?\n$");
    }

    @Test
    void aNameThatIsNoneIsWrongUse() {
        assertThat(run("playbook", "show", "ecomerce")).isEqualTo(2);
        assertThat(err)
                .hasToString("holdfast: no playbook \"ecomerce\"; did you mean \"ecommerce\"?\n");
    }

    @Test
    void aMissingFileIsWrongUse() {
        assertThat(run("playbook", "check", "nowhere.yaml")).isEqualTo(2);
        assertThat(err).hasToString("holdfast: there is no file nowhere.yaml\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMissingWordIsNamed() {
        assertThat(run("playbook", "check")).isEqualTo(2);
        assertThat(err).hasToString("holdfast: FILE is missing\n");
    }

    private int run(String... arguments) {
        return Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
