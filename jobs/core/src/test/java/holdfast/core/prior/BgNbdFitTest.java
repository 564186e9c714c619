package holdfast.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.prior.BgNbdFit.Fit;
import holdfast.core.prior.BgNbdFit.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class BgNbdFitTest {
    private static final double HORIZON_WEEKS = 8;

    /** repeats / last day / age in days * customers. */
    private static final String CUSTOMERS =
            """
            0/0/70*48 0/0/140*45 1/0/70*3 1/0/140*1 1/7/70*2 1/7/140*8 1/14/70*1
            1/14/140*4 1/21/70*5 1/21/140*1 1/28/70*2 1/35/70*2 1/42/70*1 1/42/140*2
            1/49/70*1 1/56/70*3 1/56/140*3 1/63/70*2 1/63/140*3 1/70/70*2 1/70/140*1
            1/77/140*1 1/84/140*2 1/91/140*3 1/112/140*1 1/119/140*3 2/7/140*1
            2/14/70*1 2/14/140*2 2/28/70*2 2/35/140*1 2/42/70*3 2/49/70*2 2/56/70*4
            2/56/140*1 2/63/70*4 2/70/140*1 2/77/140*1 2/119/140*3 2/133/140*2
            3/35/140*1 3/42/70*1 3/49/70*1 3/49/140*1 3/70/140*1 3/105/140*1
            3/112/140*1 3/126/140*1 4/49/70*1 4/56/70*1 4/63/140*1 4/70/70*1 4/70/140*1
            4/112/140*1 4/140/140*2 5/126/140*1 6/140/140*1 7/133/140*1 7/140/140*1
            9/119/140*1 11/140/140*1
            """;

    /** The figures come from another implementation and another optimizer. */
    @Test
    void findsTheLikeliestParameters() {
        Fit fit = BgNbdFit.fit(customers(), HORIZON_WEEKS);

        assertThat(fit.source()).isEqualTo(Source.FITTED);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.customers()).isEqualTo(200);
        assertThat(fit.logLikelihood()).isCloseTo(-746.66474, within(1e-4));
        assertThat(fit.model().r()).isCloseTo(0.6558, within(1e-3));
        assertThat(fit.model().alpha()).isCloseTo(6.372, within(1e-2));
        assertThat(fit.model().a()).isCloseTo(0.6115, within(1e-3));
        assertThat(fit.model().b()).isCloseTo(1.529, within(1e-2));
    }

    @Test
    void reportsTheSumOfTheLogLikelihoods() {
        Fit fit = BgNbdFit.fit(customers(), HORIZON_WEEKS);

        assertThat(fit.logLikelihood())
                .isCloseTo(sumOfLogLikelihoods(fit.model(), customers()), within(1e-8));
    }

    @Test
    void doesNotCareForTheOrderOfCustomers() {
        List<RepeatHistory> shuffled = customers();
        Collections.shuffle(shuffled, new Random(5));

        assertThat(BgNbdFit.fit(shuffled, HORIZON_WEEKS))
                .isEqualTo(BgNbdFit.fit(customers(), HORIZON_WEEKS));
    }

    @Test
    void recoversTheParametersThatCustomersWereDrawnFrom() {
        BgNbd truth = new BgNbd(0.6, 1.5, 0.8, 2.5);

        Fit fit = BgNbdFit.fit(drawn(truth, 20_000, 104), HORIZON_WEEKS);

        assertThat(fit.model().r()).isCloseTo(0.6, within(0.05));
        assertThat(fit.model().alpha()).isCloseTo(1.5, within(0.15));
        assertThat(fit.model().a()).isCloseTo(0.8, within(0.1));
        assertThat(fit.model().b()).isCloseTo(2.5, within(0.35));
    }

    @Test
    void samplesLargePopulationsWithoutBias() {
        BgNbd truth = new BgNbd(2, 1.5, 0.8, 9.5);
        List<RepeatHistory> population = drawn(truth, 60_000, 152);

        Fit fit = BgNbdFit.fit(population, HORIZON_WEEKS);

        assertThat(DistinctHistories.of(population).size()).isBetween(19_000, 20_000);
        assertThat(fit.customers()).isEqualTo(60_000);
        assertThat(fit.model().r()).isCloseTo(2, within(0.1));
        assertThat(fit.model().a() / fit.model().b()).isCloseTo(0.8 / 9.5, within(0.005));
        assertThat(fit.logLikelihood() / sumOfLogLikelihoods(fit.model(), population))
                .isCloseTo(1, within(0.01));
    }

    @Test
    void fallsBackWhereThereIsTooLittleToLearnFrom() {
        BgNbd fallback = BgNbd.defaultFor(HORIZON_WEEKS);
        List<RepeatHistory> nine = Collections.nCopies(9, new RepeatHistory(2, 3, 4));
        List<RepeatHistory> strangers = Collections.nCopies(500, new RepeatHistory(0, 0, 4));

        for (List<RepeatHistory> few : List.of(List.<RepeatHistory>of(), nine, strangers)) {
            Fit fit = BgNbdFit.fit(few, HORIZON_WEEKS);

            assertThat(fit.source()).isEqualTo(Source.DEFAULT);
            assertThat(fit.model()).isEqualTo(fallback);
            assertThat(fit.customers()).isEqualTo(few.size());
            assertThat(fit.logLikelihood())
                    .isCloseTo(sumOfLogLikelihoods(fallback, few), within(1e-8));
        }
    }

    @Test
    void staysFiniteWhereTheDataHaveNoLikeliestPoint() {
        List<List<RepeatHistory>> populations =
                List.of(
                        Collections.nCopies(10, new RepeatHistory(1, 0, 0)),
                        Collections.nCopies(10, new RepeatHistory(1, 0, 100)),
                        Collections.nCopies(10, new RepeatHistory(1L << 53, 1e6, 1e6)),
                        Collections.nCopies(1_000, new RepeatHistory(100, 100, 100)));

        for (List<RepeatHistory> population : populations) {
            Fit fit = BgNbdFit.fit(population, HORIZON_WEEKS);

            assertThat(fit.source()).isEqualTo(Source.FITTED);
            assertThat(fit.logLikelihood()).isFinite();
        }
    }

    @Test
    void refusesAHorizonThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> BgNbdFit.fit(customers(), 0));
    }

    private static List<RepeatHistory> customers() {
        List<RepeatHistory> customers = new ArrayList<>();
        for (String row : CUSTOMERS.trim().split("\\s+", -1)) {
            String[] numbers = row.split("[/*]", -1);
            RepeatHistory history =
                    new RepeatHistory(
                            Long.parseLong(numbers[0]),
                            Integer.parseInt(numbers[1]) / 7.0,
                            Integer.parseInt(numbers[2]) / 7.0);
            customers.addAll(Collections.nCopies(Integer.parseInt(numbers[3]), history));
        }
        return customers;
    }

    private static double sumOfLogLikelihoods(BgNbd model, List<RepeatHistory> histories) {
        double sum = 0;
        for (RepeatHistory history : histories) {
            sum += model.logLikelihood(history.repeats(), history.lastWeeks(), history.ageWeeks());
        }
        return sum;
    }

    private static List<RepeatHistory> drawn(BgNbd truth, int size, int weeks) {
        RandomDataGenerator random = new RandomDataGenerator(7);
        List<RepeatHistory> histories = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            histories.add(drawn(truth, Math.ceil(random.nextDouble() * weeks * 7) / 7, random));
        }
        return histories;
    }

    private static RepeatHistory drawn(BgNbd truth, double ageWeeks, RandomDataGenerator random) {
        double gapWeeks = 1 / random.nextGamma(truth.r(), 1 / truth.alpha());
        double leaving = random.nextBeta(truth.a(), truth.b());
        long repeats = 0;
        double last = 0;
        double next = random.nextExponential(gapWeeks);
        while (next <= ageWeeks) {
            repeats++;
            last = next;
            next += random.nextExponential(gapWeeks);
            if (random.nextDouble() < leaving) {
                break;
            }
        }
        return new RepeatHistory(repeats, last, ageWeeks);
    }
}
