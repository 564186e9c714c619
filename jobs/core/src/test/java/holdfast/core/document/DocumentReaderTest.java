package holdfast.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @Test
    void readsYamlAndJsonAlike() {
        assertThat(box("name: a\nsize: 3\nweight: .5\ntags: [x, y]\n").value())
                .isEqualTo(new Box("a", 3, 0.5, List.of("x", "y")));
        assertThat(
                        box("{\"name\":\"a\",\"size\":3,\"weight\":5e-1,\"tags\":[\"x\",\"y\"]}")
                                .value())
                .isEqualTo(new Box("a", 3, 0.5, List.of("x", "y")));
    }

    @Test
    void suggestsTheNearestRightKeyAndDoesNotCountItMissingToo() {
        assertThat(box("name: a\nsise: 3\nweight: 1\n").lines())
                .containsExactly(
                        "box.yaml:2: unknown key \"sise\" in box; did you mean \"size\"?",
                        "1 error");
    }

    @Test
    void suggestsNothingForAKeyUnlikeAny() {
        assertThat(box("name: a\nsize: 3\nweight: 1\nzzzzzz: 2\n").lines())
                .containsExactly("box.yaml:4: unknown key \"zzzzzz\" in box", "1 error");
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        assertThat(box("name: a\nsize: three\nweight: heavy\nname: b\n").lines())
                .containsExactly(
                        "box.yaml:2: \"size\" in box must be a whole number from 1 to 9"
                                + " (got \"three\")",
                        "box.yaml:3: \"weight\" in box must be a number (got \"heavy\")",
                        "box.yaml:4: duplicate key \"name\" in box",
                        "3 errors");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(box("name: a\nweight: 1\n").lines())
                .containsExactly("box.yaml:1: missing key \"size\" in box", "1 error");
    }

    @Test
    void turnsARefusalOfTheValueIntoAProblem() {
        assertThat(box("name: forbidden\nsize: 1\nweight: 1\n").lines())
                .containsExactly("box.yaml:1: no box may be called so", "1 error");
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "'\"3\"'", "3.0", "1e1", "99999999999999999999", "true", "0x3", "[3]"})
    void refusesWhatIsNotAWholeNumberInRange(String size) {
        assertThat(box("name: a\nsize: " + size + "\nweight: 1\n").lines())
                .first()
                .asString()
                .startsWith("box.yaml:2: \"size\" in box must be a");
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "1e999", "0x1p3", "NaN", "1d", "'1'", "--1"})
    void refusesWhatIsNotAFiniteNumber(String weight) {
        assertThat(box("name: a\nsize: 1\nweight: " + weight + "\n").lines())
                .first()
                .asString()
                .startsWith("box.yaml:3: \"weight\" in box must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null"})
    void refusesAKeyWithoutAValue(String name) {
        assertThat(box("name: " + name + "\nsize: 1\nweight: 1\n").lines())
                .containsExactly("box.yaml:1: \"name\" in box has no value", "1 error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x",
                "a: *x",
                "&x a: 1",
                "a: !!java.lang.String b",
                "name: !mine a",
                "",
                "# nothing",
                "--- {}\n--- {}",
                "- a",
                "just text",
                "a: [1, 2",
                "a: 'b",
                "\tname: a",
                "a: b: c",
                "? [1, 2]\n: 3",
                "{a: 1",
                "\u0000",
                "a: \ud800",
                "%YAML 9.9",
                "a: \"\\ud800\"",
                "\ufeff",
                "...",
                "--- !!binary x",
                "a: <<",
                "<<: {a: 1}"
            })
    void refusesHostileTextWithoutThrowing(String text) {
        Checked<Box> checked = box(text);

        assertThat(checked.isAccepted()).isFalse();
        assertThat(checked.lines()).hasSizeGreaterThan(1);
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrTooMuch() {
        assertThat(box("# " + "x".repeat(Composition.TEXT_CHARS_MAX)).report())
                .contains("longer than 1048576 characters");
        assertThat(box("[".repeat(100_000)).report()).contains("nested deeper than 16 levels");
        assertThat(box("{a: ".repeat(100_000)).report()).contains("nested deeper than 16 levels");
        assertThat(box("- ".repeat(100_000)).report()).contains("nested deeper than 16 levels");
        assertThat(box("a: [" + "1,".repeat(100_000) + "]").report())
                .contains("more than 50000 values");
    }

    @Test
    void stopsCollectingProblemsAtABound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("key").append(i).append(": 1\n");
        }

        assertThat(box(text.toString()).problems()).hasSize(100);
    }

    @Test
    void showsNoControlCharactersOfTheDocument() {
        assertThat(box("name: a\nsize: \"\\u001b[31m\"\nweight: 1\n").report())
                .contains("(got \"?[31m\")")
                .doesNotContain("\u001b");
    }

    @Test
    void throwsTheReportWhenARefusedValueIsAskedFor() {
        Checked<Box> checked = box("name: a\n");

        assertThatThrownBy(checked::value)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(checked.report());
    }

    @Test
    void readsSectionsListsAndChoices() {
        Checked<List<String>> checked =
                DocumentReader.read(
                        "x",
                        "thing",
                        "inner: {colour: red}\nweights: [1, 2.5]\nspan: 2h\n",
                        root -> {
                            Section inner = root.field("inner").section("inner");
                            Optional<String> colour =
                                    inner.field("colour").choice(Map.of("red", "RED"));
                            double[] weights = root.field("weights").numbers();
                            long spanMillis = root.field("span").durationMillis();
                            inner.finish();
                            return root.build(
                                    () ->
                                            List.of(
                                                    colour.orElseThrow(),
                                                    Arrays.toString(weights),
                                                    Long.toString(spanMillis)));
                        });

        assertThat(checked.value()).containsExactly("RED", "[1.0, 2.5]", "7200000");
    }

    private static Checked<Box> box(String text) {
        return DocumentReader.read(
                "box.yaml",
                "box",
                text,
                root -> {
                    String name = root.field("name").text();
                    long size = root.field("size").whole(1, 9);
                    double weight = root.field("weight").number();
                    Field tags = root.field("tags");
                    List<String> words = tags.isPresent() ? tags.texts() : List.of();
                    return root.build(() -> new Box(name, size, weight, words));
                });
    }

    private record Box(String name, long size, double weight, List<String> tags) {
        Box {
            if (name.equals("forbidden")) {
                throw new IllegalArgumentException("no box may be called so");
            }
        }
    }
}
