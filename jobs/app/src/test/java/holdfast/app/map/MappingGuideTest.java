package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the guide says, in its order. */
class MappingGuideTest {

    private static final Pattern REDIRECTED = Pattern.compile("(.*?) (>>?) (\\S+)");

    @TempDir private Path folder = Path.of("");

    @Test
    void everyCommandOfTheGuideThatNeedsNoBrokerWorks() throws IOException {
        String guide = Files.readString(Path.of("MAPPING.md"));
        StringBuilder printed = new StringBuilder();
        int commands = 0;
        for (String line : guide.lines().filter(it -> it.startsWith("./holdfast ")).toList()) {
            if (!line.contains("--bootstrap")) {
                printed.append(run(line.substring("./holdfast ".length())));
                commands++;
            }
        }

        assertThat(commands).isEqualTo(6);
        assertThat(printed.toString()).contains(mapping(guide)).containsPattern("scored +60 +100");
    }

    private static String mapping(String guide) {
        int from = guide.indexOf("mapping:\n");
        return guide.substring(from, guide.indexOf("```", from));
    }

    private String run(String line) throws IOException {
        Matcher redirected = REDIRECTED.matcher(line);
        boolean toFile = redirected.matches();
        String words = toFile ? redirected.group(1) : line;
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments =
                List.of(words.split(" ")).stream().map(this::local).toArray(String[]::new);

        int code = Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));

        assertThat(code).as(line + err).isZero();
        if (toFile) {
            Path file = folder.resolve(redirected.group(3));
            String before = redirected.group(2).equals(">>") ? Files.readString(file) : "";
            Files.writeString(file, before + out);
        }
        return out.toString();
    }

    /** The guide speaks from the top folder, the test runs in the module's. */
    private String local(String word) {
        if (word.startsWith("jobs/app/")) {
            return word.substring("jobs/app/".length());
        }
        return word.equals("mine.yaml") || word.equals("first")
                ? folder.resolve(word).toString()
                : word;
    }
}
