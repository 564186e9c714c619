package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinnedTest {

    @ParameterizedTest
    @CsvSource({"3, 10", "10, 10", "11, 10", "1000, 10", "5, 1"})
    void keepsFewEvenlySpreadAndInOrder(int count, int max) {
        Thinned<Integer> thinned = new Thinned<>(max);
        for (int i = 0; i < count; i++) {
            thinned.add(i);
        }

        List<Integer> kept = thinned.kept();
        int step = kept.size() < 2 ? 1 : kept.get(1) - kept.get(0);
        assertThat(kept).hasSizeBetween(Math.min(count, (max + 1) / 2), max);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i)).isEqualTo(i * step);
        }
        assertThat(thinned.seen()).isEqualTo(count);
        assertThat(kept.size() == 1 || kept.get(kept.size() - 1) + step >= count).isTrue();
    }
}
