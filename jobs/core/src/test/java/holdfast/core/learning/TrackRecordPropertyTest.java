package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingRows.HORIZON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.features.Feature;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** The experts' shares, given what they said and what came of it. */
class TrackRecordPropertyTest {

    private static final double[] FIRST = {0.1, 0.3, 0.3, 0.3};
    private static final int DAYS = 80;
    private static final long NOW = DAYS * DAY;

    private TrainingRows rows = TestingRows.none();
    private TrackRecord record = new TrackRecord(rows, TestingRows.returns());

    @BeforeTry
    void begin() {
        rows = TestingRows.none();
        record = new TrackRecord(rows, TestingRows.returns());
    }

    /** Exponential weights on the faded mean of what each has lost. */
    @Property(tries = 60)
    void areThoseOfSomeoneWhoAddsUpLossesByHand(@ForAll long seed) {
        Random random = new Random(seed);
        double[] lost = new double[FIRST.length];
        double total = 0;
        for (int day = 0; day < DAYS; day++) {
            long atMillis = day * DAY;
            boolean returns = random.nextBoolean();
            boolean treated = random.nextInt(10) == 0;
            boolean asked = random.nextInt(10) > 0;
            float[] said = new float[FIRST.length];
            for (int i = 0; i < said.length; i++) {
                said[i] = 4 * random.nextFloat() - 2;
            }
            add(atMillis, returns, asked ? said : new float[] {said[0]});
            if (treated) {
                rows.treat(rows.size() - 1, atMillis + 1);
            }
            if (atMillis + HORIZON <= NOW && !treated && asked) {
                double weight = Math.pow(2, -(double) (NOW - atMillis - HORIZON) / HORIZON);
                total += weight;
                for (int i = 0; i < said.length; i++) {
                    double risk = 1 / (1 + Math.exp(-said[i]));
                    lost[i] -= weight * Math.log(returns ? 1 - risk : risk);
                }
            }
        }
        double[] expected = new double[FIRST.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = FIRST[i] * Math.exp(-50 * lost[i] / total);
        }
        double sum = Arrays.stream(expected).sum();

        double[] shares = record.shares(FIRST, NOW);

        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).isCloseTo(expected[i] / sum, within(1e-6));
        }
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 40)
    void whoIsAlwaysBestEndsWithTheGreatestShare(
            @ForAll long seed, @ForAll @IntRange(max = 3) int best) {
        Random random = new Random(seed);
        for (int day = 0; day < DAYS; day++) {
            boolean returns = random.nextInt(3) == 0;
            float[] said = new float[FIRST.length];
            for (int i = 0; i < said.length; i++) {
                float right = i == best ? 1.2f : 0.9f * random.nextFloat();
                said[i] = returns ? -right : right;
            }
            add(day * DAY, returns, said);
        }

        double[] shares = record.shares(FIRST, NOW);

        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[best]).isGreaterThanOrEqualTo(shares[i]);
        }
        assertThat(shares[best]).isGreaterThan(FIRST[best]);
    }

    @Property(tries = 40)
    void thePriorNeverLosesItsShareAltogether(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 40) double wrong) {
        Random random = new Random(seed);
        for (int day = 0; day < DAYS; day++) {
            boolean returns = random.nextBoolean();
            float sign = returns ? 1 : -1;
            add(day * DAY, returns, new float[] {(float) wrong * sign, -9 * sign, 0, 0});
        }

        double[] shares = record.shares(FIRST, NOW);

        assertThat(shares[Panel.PRIOR]).isPositive();
        assertThat(shares).doesNotContain(Double.NaN);
    }

    @Property(tries = 40)
    void anotherBestExpertIsFollowed(
            @ForAll @IntRange(max = 3) int first, @ForAll @IntRange(max = 3) int second) {
        int switchDay = DAYS / 2;
        for (int day = 0; day < DAYS; day++) {
            float[] said = new float[FIRST.length];
            said[day < switchDay ? first : second] = 2f;
            add(day * DAY, false, said);
        }

        double[] before = record.shares(FIRST, switchDay * DAY + HORIZON);
        double[] after = record.shares(FIRST, NOW);

        assertThat(before[first]).isGreaterThan(0.5);
        assertThat(after[second]).isGreaterThan(0.5);
    }

    /** Of former times that are told late, the experts know more than they could have then. */
    @Property(tries = 20)
    void nothingIsAskedOfWhatIsKnownAlready(@ForAll @IntRange(max = DAYS) int today) {
        for (int day = 0; day < DAYS; day++) {
            rows.add(TestingRows.snapshot(day, day * DAY, Map.of(Feature.TENURE, 1.0)));
        }

        record.note(Panel.ofThePrior(), Panel.prior(), today * DAY);

        for (int row = 0; row < DAYS; row++) {
            boolean isKnown = row * DAY + HORIZON <= today * DAY;
            assertThat(Float.isNaN(rows.opinion(row, Panel.PRIOR))).isEqualTo(isKnown);
            assertThat(Float.isNaN(rows.opinion(row, Panel.SERVED))).isEqualTo(isKnown);
        }
    }

    /** Whoever has never been asked keeps the share of the beginning. */
    @Property(tries = 10)
    void staysAsItWasWhileNothingHasMatured(@ForAll @IntRange(max = 7) int days) {
        for (int day = 0; day < days; day++) {
            add(day * DAY, false, new float[] {9, -9, 3, 1});
        }

        assertThat(record.shares(FIRST, HORIZON - 1)).containsExactly(FIRST, within(1e-12));
    }

    private void add(long atMillis, boolean returns, float... said) {
        int row = rows.add(TestingRows.snapshot(7, atMillis, Map.of(Feature.TENURE, 1.0)));
        if (returns) {
            rows.decide(row, atMillis + 2);
        }
        for (int i = 0; i < said.length; i++) {
            rows.setOpinion(row, i, said[i]);
        }
    }
}
