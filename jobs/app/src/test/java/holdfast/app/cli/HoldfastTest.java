package holdfast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HoldfastTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aMistypedCommandIsAnsweredWithTheNearestOne() {
        assertThat(run("tial")).isEqualTo(2);
        assertThat(err).hasToString("holdfast: unknown command \"tial\"; did you mean \"tail\"?\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheNearestOne() {
        assertThat(run("tail", "--bootsrap", "127.0.0.1:1")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "holdfast: unknown option \"--bootsrap\"; did you mean \"--bootstrap\"?\n");
    }

    @Test
    void learnTakesNoWordsThatSayNothingToIt() {
        assertThat(run("learn", "--model", "model.json")).isEqualTo(2);
        assertThat(err.toString()).startsWith("holdfast: unknown option \"--model\"");
        err.getBuffer().setLength(0);
        assertThat(run("learn", "--set", "output.format=avro")).isEqualTo(2);
        assertThat(err.toString()).contains("output.format says nothing to the learning job");
        assertThat(run("learn", "--help")).isZero();
        assertThat(out.toString())
                .contains("--playbook", "--set")
                .doesNotContain("--model", "--population", "--registry-url");
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsOption() {
        assertThat(run("tail", "--max", "many")).isEqualTo(2);
        assertThat(err).hasToString("holdfast: --max must be a whole number (got \"many\")\n");
    }

    @Test
    void aCommandThatCannotReachKafkaFailsInOneLine() {
        assertThat(run("tail", "--bootstrap", "no-port")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("holdfast: cannot work with Kafka at no-port: ");
    }

    @Test
    void debugShowsWhereAFailureComesFrom() {
        assertThat(run("tail", "--debug", "--bootstrap", "no-port")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat holdfast.app.");
    }

    @Test
    void helpOfEveryCommandEndsWithExamples() {
        assertThat(run("tail", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "holdfast tail --bootstrap");
        assertThat(err.toString()).isEmpty();
    }

    /** Lists of commands show the first line of each alone. */
    @Test
    void everyCommandIsDescribedByAFirstLineThatIsASentence() {
        assertSentences(new CommandLine(new Holdfast()));
    }

    private static void assertSentences(CommandLine command) {
        for (CommandLine each : command.getSubcommands().values()) {
            String first = each.getCommandSpec().usageMessage().description()[0];
            assertThat(first).as(each.getCommandName()).endsWith(".");
            assertSentences(each);
        }
    }

    @Test
    void aJobThatCannotBeginSaysNothingButWhy() {
        for (String job : List.of("learn", "score")) {
            err.getBuffer().setLength(0);
            assertThat(run(job, "--playbook", "ecomm")).isEqualTo(2);
            assertThat(err.toString()).startsWith("holdfast: no playbook").hasLineCount(1);
        }
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Commands:", "tail", "Examples:", "holdfast replay");
    }

    private int run(String... arguments) {
        return Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
