package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void leavesEverythingWhereThereIsRoom() {
        assertThat(Thinning.to(100, 40, 60)).isEqualTo(new Thinning(1, 1));
        assertThat(Thinning.to(100, 0, 0)).isEqualTo(new Thinning(1, 1));
        assertThat(Thinning.to(100, 0, 400)).isEqualTo(new Thinning(1, 0.25));
    }

    @Test
    void keepsAllOfTheRareKindAndFillsTheRoomWithTheOther() {
        assertThat(Thinning.to(1000, 100, 9000)).isEqualTo(new Thinning(1, 0.1));
        assertThat(Thinning.to(1000, 9000, 100)).isEqualTo(new Thinning(0.1, 1));
    }

    @Test
    void sharesTheRoomWhereBothAreMany() {
        assertThat(Thinning.to(1000, 2000, 5000)).isEqualTo(new Thinning(0.25, 0.1));
    }

    @Test
    void whatStaysStandsForWhatWasLeftOut() {
        Thinning thinning = Thinning.to(10_000, 4000, 96_000);
        int stayed = 0;
        double ones = 0;
        double others = 0;
        for (int key = 0; key < 100_000; key++) {
            boolean isOne = key % 25 == 0;
            if (thinning.keeps(key, isOne)) {
                stayed++;
                ones += isOne ? thinning.standsFor(true) : 0;
                others += isOne ? 0 : thinning.standsFor(false);
            }
        }

        assertThat(stayed).isBetween(9700, 10_300);
        assertThat(ones).isEqualTo(4000);
        // 6,000 of 96,000: one standard error is 1.2 %
        assertThat(others).isCloseTo(96_000, within(4 * 1200.0));
    }
}
