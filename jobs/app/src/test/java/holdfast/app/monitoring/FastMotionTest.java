package holdfast.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastMotionTest {

    @Test
    void dividesDurationsAndNothingElse() {
        assertThat(FastMotion.of("record: a:b:rate10m\nexpr: rate(b[10m] offset 1h) > 60\nfor: 2m"))
                .isEqualTo(
                        "record: a:b:rate10m\nexpr: rate(b[20000ms] offset 120000ms) > 60\n"
                                + "for: 4000ms");
    }

    @Test
    void leavesNoDurationOfTheShippedRulesAsItWas() {
        assertThat(FastMotion.rules())
                .doesNotContainPattern("\\[\\d+[smhd]]")
                .doesNotContainPattern("(for:|offset) \\d+[smhd]\\b");
    }
}
