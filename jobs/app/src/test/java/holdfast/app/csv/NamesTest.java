package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void numbersNamesInTheOrderOfTheirFirstAppearance() {
        Names names = new Names();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = ("x" + i + "y").getBytes(StandardCharsets.UTF_8);
                assertThat(names.numberOf(bytes, 1, bytes.length - 1)).isEqualTo(i);
            }
        }

        assertThat(names.all()).hasSize(5_000).startsWith("0", "1").endsWith("4999");
    }

    @Test
    void tellsNamesOfOneHashApart() {
        Names names = new Names();

        assertThat(names.numberOf("Aa".getBytes(StandardCharsets.UTF_8), 0, 2)).isZero();
        assertThat(names.numberOf("BB".getBytes(StandardCharsets.UTF_8), 0, 2)).isEqualTo(1);
        assertThat(names.numberOf("".getBytes(StandardCharsets.UTF_8), 0, 0)).isEqualTo(2);
    }
}
