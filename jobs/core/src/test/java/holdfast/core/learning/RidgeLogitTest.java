package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeLogitTest {

    @Test
    void staysFiniteWhereAPlaneSeparatesTheLabels() {
        Design design = new Design(2);
        for (int row = 0; row < 20_000; row++) {
            design.add(row % 2, 1);
            design.set(row, 1, row % 2 == 0 ? -1 : 1);
        }

        double[] found = RidgeLogit.fit(design, new Penalty(2).on(1, 2, 1e-6));

        assertThat(found[0]).isCloseTo(0, within(1e-3));
        assertThat(found[1]).isBetween(10.0, 40.0);
    }

    @Test
    void findsTheTruthInManyRows() {
        Random random = new Random(7);
        Design design = new Design(3);
        for (int row = 0; row < 40_000; row++) {
            double one = random.nextGaussian();
            double other = random.nextGaussian();
            double risk = Logit.inverse(-1 + 0.8 * one - 0.4 * other);
            design.add(random.nextDouble() < risk ? 1 : 0, 1);
            design.set(row, 1, one);
            design.set(row, 2, other);
        }

        double[] found = RidgeLogit.fit(design, new Penalty(3).on(1, 3, 1));

        assertThat(found[0]).isCloseTo(-1, within(0.05));
        assertThat(found[1]).isCloseTo(0.8, within(0.05));
        assertThat(found[2]).isCloseTo(-0.4, within(0.05));
    }

    @Test
    void standsAtTheOptimumThoughItBeganWithEveryEighthRow() {
        Random random = new Random(8);
        Design design = new Design(3);
        Penalty penalty = new Penalty(3).on(1, 3, 10);
        for (int row = 0; row < 16_000; row++) {
            // every eighth row tells another story than the rest
            double sign = row % 8 == 0 ? -1 : 1;
            double one = random.nextGaussian();
            design.add(random.nextDouble() < Logit.inverse(sign * one) ? 1 : 0, 1);
            design.set(row, 1, one);
            design.set(row, 2, random.nextGaussian());
        }

        double[] found = RidgeLogit.fit(design, penalty);

        for (double slope : new PenalisedLoss(design, penalty).at(found).slope()) {
            assertThat(slope).isCloseTo(0, within(0.2));
        }
    }

    @Test
    void anEmptyColumnGetsNoWeight() {
        Design design = new Design(3);
        for (int row = 0; row < 100; row++) {
            design.add(row % 3 == 0 ? 1 : 0, 1);
            design.set(row, 1, row % 2);
        }

        double[] found = RidgeLogit.fit(design, new Penalty(3).on(1, 3, 1));

        assertThat(found[2]).isZero();
    }

    @Test
    void theEffectOfACommonMoveIsHeldBackAndTheRestIsNot() {
        Random random = new Random(9);
        Design design = new Design(3);
        for (int row = 0; row < 8000; row++) {
            double one = random.nextGaussian();
            double other = random.nextGaussian();
            design.add(random.nextDouble() < Logit.inverse(one + other) ? 1 : 0, 1);
            design.set(row, 1, one);
            design.set(row, 2, other);
        }
        double[] move = {0, 3, 0};

        double[] found = RidgeLogit.fit(design, new Penalty(3).along(move, 1e4));

        assertThat(found[1]).isCloseTo(0, within(0.05));
        assertThat(found[2]).isGreaterThan(0.7);
    }
}
