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

    @Test
    void noOptionIsLeftOut() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Class<?> room : List.of(ScoringOptions.class, ClockOptions.class)) {
            for (Field field : room.getFields()) {
                declared.add(field.get(null));
            }
        }

        assertThat(ScoringOptions.all()).containsExactlyInAnyOrderElementsOf(options(declared));
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
