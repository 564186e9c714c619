package holdfast.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class OptionTableTest {

    @Test
    void pageOfTheDocumentationIsTheOneGenerated() throws IOException {
        assertThat(Files.readString(Path.of("OPTIONS.md")))
                .as("run holdfast.app.options.OptionTable with the path of OPTIONS.md")
                .isEqualTo(OptionTable.page(ScoringOptions.all()));
    }

    /** And those of each class come in the order in which it declares them. */
    @Test
    void noOptionIsLeftOut() throws IllegalAccessException {
        List<ConfigOption<?>> left = new ArrayList<>(ScoringOptions.all());
        for (Class<?> room : List.of(ScoringOptions.class, ClockOptions.class)) {
            List<Object> declared = new ArrayList<>();
            for (Field field : room.getFields()) {
                declared.add(field.get(null));
            }
            List<ConfigOption<?>> listed = new ArrayList<>(ScoringOptions.all());
            listed.retainAll(declared);
            assertThat(listed).containsExactlyElementsOf(options(declared));
            left.removeAll(declared);
        }
        assertThat(left).isEmpty();
    }

    @Test
    void whatTheLearningJobHeedsIsAnOptionOfBoth() {
        assertThat(ScoringOptions.all()).containsAll(ScoringOptions.ofLearning());
        assertThat(OptionTable.page(ScoringOptions.all()))
                .contains("| `playbook` | both | ", "| `model.file` | score | ");
    }

    @Test
    void everyOptionIsDescribed() {
        for (ConfigOption<?> option : ScoringOptions.all()) {
            assertThat(OptionTable.page(List.of(option)))
                    .as(option.key())
                    .contains("`" + option.key() + "`")
                    .doesNotContain("|  |");
        }
    }

    private static List<ConfigOption<?>> options(List<Object> declared) {
        List<ConfigOption<?>> options = new ArrayList<>();
        for (Object value : declared) {
            options.add((ConfigOption<?>) value);
        }
        return options;
    }
}
