package holdfast.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.evaluation.ScoredCustomers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JudgementTest {

    @Test
    void agreesWithFiguresWorkedOutByHand() {
        boolean[] lost = {true, false, true, false};
        double[] risks = {0.8, 0.2, 0.2, 0.2};

        Judgement judgement =
                Judgement.of(Opinion.SERVED, new ScoredCustomers(lost, risks, new double[4]), 2, 2);

        assertThat(judgement.rows()).isEqualTo(4);
        assertThat(judgement.customers()).isEqualTo(2);
        assertThat(judgement.lostShare()).isEqualTo(0.5);
        assertThat(judgement.meanRisk()).isCloseTo(0.35, within(1e-12));
        assertThat(judgement.logLoss())
                .isCloseTo(-(3 * Math.log(0.8) + Math.log(0.2)) / 4, within(1e-12));
        assertThat(judgement.rocAuc()).isCloseTo(0.75, within(1e-12));
        assertThat(judgement.calibrationError())
                .isCloseTo(0.25 * 0.2 + 0.75 * (1 / 3.0 - 0.2), within(1e-12));
    }

    @Test
    void hasNoRankingWhereAllAreAlike() {
        boolean[] lost = {true, true};

        Judgement judgement =
                Judgement.of(
                        Opinion.PRIOR,
                        new ScoredCustomers(lost, new double[] {0.3, 0.4}, new double[2]),
                        2,
                        2);

        assertThat(judgement.rocAuc()).isNaN();
        assertThat(judgement.logLoss()).isFinite();
    }

    @Test
    void knowsWhatChanceAloneShows() {
        double error = 0;
        double byChance = 0;
        int tries = 40;
        for (int seed = 0; seed < tries; seed++) {
            Judgement judgement = Judgement.of(Opinion.SERVED, honest(seed, 500), 500, 500);
            error += judgement.calibrationError() / tries;
            byChance += judgement.calibrationErrorByChance() / tries;
        }

        assertThat(error).isCloseTo(byChance, within(0.15 * byChance));
    }

    @Test
    void countsOverlappingRowsOfACustomerAsOneWhenItSaysWhatChanceShows() {
        ScoredCustomers scored = honest(1, 800);

        double alone = Judgement.of(Opinion.SERVED, scored, 800, 800).calibrationErrorByChance();
        double overlapping =
                Judgement.of(Opinion.SERVED, scored, 100, 100).calibrationErrorByChance();

        assertThat(overlapping).isCloseTo(alone * Math.sqrt(8), within(1e-9));
    }

    /** Outcomes that come with just the probability that was said. */
    private static ScoredCustomers honest(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] lost = new boolean[count];
        double[] risks = new double[count];
        for (int i = 0; i < count; i++) {
            risks[i] = random.nextDouble();
            lost[i] = random.nextDouble() < risks[i];
        }
        return new ScoredCustomers(lost, risks, new double[count]);
    }
}
