package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final int FEATURES = 12;
    private static final long SEED = 11;

    @Test
    void readsNothingFromFeaturesThatSayNothing() {
        Design design = design(400, 0);

        double[] believed = RidgeLogit.fit(design, new Penalty(1 + FEATURES).on(1, 2, 1));
        double[] found = Evidence.fit(design, shared());

        assertThat(squares(believed)).isGreaterThan(0.05);
        assertThat(squares(found)).isLessThan(squares(believed) / 5);
    }

    @Test
    void findsWhatManyRowsSay() {
        double[] found = Evidence.fit(design(60_000, 0.7), shared());

        for (int i = 1; i <= FEATURES; i++) {
            assertThat(found[i]).isCloseTo(truth(i, 0.7), within(0.05));
        }
    }

    @Test
    void isWhereTheLabelsAreLikeliest() {
        for (double size : new double[] {0.1, 0.3, 1}) {
            Design design = design(700, size);

            double[] found = Evidence.fit(design, shared());

            assertThat(Math.sqrt(squares(found)))
                    .isCloseTo(Math.sqrt(squares(likeliest(design))), within(0.05 * size));
        }
    }

    /** A fit begins with a part of many rows; what that says of weak features may be all wrong. */
    @Test
    void doesNotTakeAllFeaturesForNoiseBecauseAPartOfTheRowsMisleads() {
        double size = 0.06;
        Design design = design(8_000, size);

        double[] found = Evidence.fit(design, shared());

        assertThat(Math.sqrt(squares(found)))
                .isCloseTo(Math.sqrt(squares(likeliest(design))), within(0.05 * size));
    }

    @Test
    void leavesTheOtherPenaltiesAsTheyAre() {
        Penalty penalty = new Penalty(1 + FEATURES).on(1, 2, 1e9).shared(2, 1 + FEATURES);

        double[] found = Evidence.fit(design(2000, 1), penalty);

        assertThat(found[1]).isCloseTo(0, within(1e-3));
        assertThat(Math.abs(found[FEATURES])).isGreaterThan(0.5);
    }

    private static double[] likeliest(Design design) {
        double best = Double.NEGATIVE_INFINITY;
        double[] likeliest = new double[0];
        for (double strength = 0.25; strength < 4000; strength *= 1.1) {
            Penalty penalty = new Penalty(1 + FEATURES).on(1, 1 + FEATURES, strength);
            double[] at = RidgeLogit.fit(design, penalty);
            double logEvidence = logEvidence(design, penalty, strength, at);
            if (logEvidence > best) {
                best = logEvidence;
                likeliest = at;
            }
        }
        return likeliest;
    }

    /** By Laplace's approximation, apart from a constant. */
    private static double logEvidence(
            Design design, Penalty penalty, double strength, double[] at) {
        PenalisedLoss loss = new PenalisedLoss(design, penalty);
        PenalisedLoss.Place place = loss.at(at);
        double[][] curvature = loss.curvature(place);
        double determinant =
                new CholeskyDecomposition(MatrixUtils.createRealMatrix(curvature), 1e-9, 0)
                        .getDeterminant();
        return -place.loss() + FEATURES * Math.log(strength) / 2 - Math.log(determinant) / 2;
    }

    private static Penalty shared() {
        return new Penalty(1 + FEATURES).shared(1, 1 + FEATURES);
    }

    private static double truth(int feature, double size) {
        return (feature % 2 == 0 ? -size : size) * feature / FEATURES;
    }

    private static Design design(int rows, double size) {
        Random random = new Random(SEED);
        Design design = new Design(1 + FEATURES);
        double[] features = new double[1 + FEATURES];
        for (int row = 0; row < rows; row++) {
            double logit = -1;
            for (int i = 1; i <= FEATURES; i++) {
                features[i] = random.nextGaussian();
                logit += truth(i, size) * features[i];
            }
            int at = design.add(random.nextDouble() < Logit.inverse(logit) ? 1 : 0, 1);
            for (int i = 1; i <= FEATURES; i++) {
                design.set(at, i, features[i]);
            }
        }
        return design;
    }

    private static double squares(double[] coefficients) {
        return Arrays.stream(coefficients).skip(1).map(each -> each * each).sum();
    }
}
