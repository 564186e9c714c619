package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.Feature;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However the world turns against it, the learned score costs no more than was promised. */
class ProofPropertyTest {

    private static final double BUDGET = -Math.log(Panel.firstShareOfThePrior());
    private static final int CUSTOMERS = 40;
    private static final int DAYS = 64;
    private static final double WORST = Logit.loss(-3, 1);

    @Property(tries = 50)
    void costsAtMostTheBudgetAndWhatWasOpenWhenItWasSpent(@ForAll long seed) {
        Random random = new Random(seed);
        TrainingRows rows = TestingRows.none();
        Question question = TestingRows.returns();
        boolean serves = true;
        for (int day = 0; day < DAYS; day++) {
            long atMillis = day * TestingRows.DAY;
            if (day % 2 == 0) {
                serves = Proof.holds(new Now(rows, question, atMillis));
            }
            boolean isAgainst = random.nextInt(8) > 0;
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                add(rows, customer, atMillis, serves ? (isAgainst ? 3f : -3f) : 0f);
            }
        }

        double excess =
                Proof.excess(new Now(rows, question, DAYS * TestingRows.DAY + TestingRows.HORIZON));

        // a horizon and a lesson's step of it were open: ten days, which lie in at most three
        // horizons of eight
        assertThat(excess).isLessThanOrEqualTo(BUDGET + 3 * Proof.ROWS_A_HORIZON * WORST);
    }

    @Property(tries = 50)
    void whatHadMaturedWhenItLastServedIsWithinTheBudget(@ForAll long seed) {
        Random random = new Random(seed);
        TrainingRows rows = TestingRows.none();
        Question question = TestingRows.returns();
        for (int day = 0; day < DAYS; day++) {
            Now now = new Now(rows, question, day * TestingRows.DAY);
            boolean serves = Proof.holds(now);
            assertThat(serves).isEqualTo(Proof.excess(now) <= BUDGET);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                float learned = random.nextFloat() * 6 - 2;
                add(rows, customer, day * TestingRows.DAY, serves ? learned : 0f);
            }
        }
    }

    /** Everybody returns at once, and the prior says even odds. */
    private static void add(TrainingRows rows, long customer, long atMillis, float served) {
        int row = rows.add(TestingRows.snapshot(customer, atMillis, Map.of(Feature.TENURE, 1.0)));
        rows.decide(row, atMillis + 1);
        rows.setOpinion(row, Panel.PRIOR, 0f);
        rows.setOpinion(row, Panel.SERVED, served);
    }
}
