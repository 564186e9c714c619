package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RidgeLogitPropertyTest {

    private static final int COLUMNS = 4;

    @Property(tries = 12)
    void findsWhatManySmallStepsFind(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[40][COLUMNS];
        double[] labels = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = 1;
            for (int i = 1; i < COLUMNS; i++) {
                rows[row][i] = random.nextGaussian();
            }
            labels[row] = random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(2);
        }
        boolean[] notNegative = new boolean[COLUMNS];
        double[] weights = new double[COLUMNS];
        for (int i = 1; i < COLUMNS; i++) {
            notNegative[i] = random.nextBoolean();
            weights[i] = 1 + random.nextDouble();
        }
        Penalty penalty = new Penalty(COLUMNS);
        for (int i = 1; i < COLUMNS; i++) {
            penalty.on(i, i + 1, weights[i]);
        }

        double[] found = RidgeLogit.fit(NaiveLogit.design(rows, labels), penalty, notNegative);

        double[] naive = NaiveLogit.fit(rows, labels, weights, notNegative);
        for (int i = 0; i < COLUMNS; i++) {
            assertThat(found[i]).isCloseTo(naive[i], within(1e-3));
        }
    }
}
