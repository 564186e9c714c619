package holdfast.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is built: one line with the way out. */
class BootstrapCommandTest {

    private static final String LOG =
            """
            customer_id,event_time,event_type,amount
            ada,2025-01-05T10:00:00Z,purchase,12.50
            bob,2025-03-01T10:00:00Z,purchase,3.00
            """;

    @TempDir private Path directory;
    private Path events = Path.of("");
    private Path out = Path.of("");

    private final StringWriter told = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(directory.resolve("shop.csv"), LOG);
        out = directory.resolve("first");
    }

    @Test
    void aLiveInstantBeforeTheLogIsRefused() {
        assertRefused("2025-01-05T10:00:00Z", "does not lie after the first event", "score");
    }

    @Test
    void aLiveInstantLongAfterTheLogIsRefused() {
        assertRefused("2025-09-01", "2025-03-01T10:00:00Z", "everybody would look silent");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertRefused("soon", "--live-from", "2026-05-15");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(events);

        assertRefused("2025-02-01", "there is no file " + events, "give a CSV file");
    }

    @Test
    void aFolderWithSomethingInItIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectories(out);
        Path kept = Files.writeString(out.resolve("model.json"), "of an earlier run");

        assertRefused("2025-02-01", out + " is not empty", "another folder");
        assertThat(kept).hasContent("of an earlier run");
    }

    @Test
    void stateIsNotReadByAnotherPlaybookThanItWasCountedBy() throws IOException {
        leaveState(Presets.generic().source());

        assertThat(run("score", "--from", out.toString(), "--playbook", "subscription"))
                .isEqualTo(2);
        assertThat(told.toString())
                .contains("was counted by another playbook", "leave --playbook out");
    }

    @Test
    void aFolderWithoutStateIsRefused() {
        assertThat(run("score", "--from", directory.toString())).isEqualTo(2);
        assertThat(told.toString())
                .isEqualTo(
                        "holdfast: --from: %s holds no savepoint; name the folder that bootstrap wrote, or a savepoint's own\n"
                                .formatted(directory));
    }

    private void leaveState(String playbook) throws IOException {
        Files.createDirectories(out.resolve("savepoint"));
        Files.createFile(out.resolve("savepoint").resolve("_metadata"));
        Files.writeString(out.resolve("playbook.yaml"), playbook);
    }

    private void assertRefused(String liveFrom, String... parts) {
        int code =
                run(
                        "bootstrap",
                        "--events",
                        events.toString(),
                        "--live-from",
                        liveFrom,
                        "--out",
                        out.toString());

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains(parts);
        assertThat(told.toString().lines()).hasSize(1);
        assertThat(out.resolve("savepoint")).doesNotExist();
    }

    private int run(String... words) {
        PrintWriter to = new PrintWriter(told, true);
        return Holdfast.run(words, to, to);
    }
}
