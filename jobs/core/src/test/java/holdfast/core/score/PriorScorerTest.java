package holdfast.core.score;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.time.Days;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorScorerTest {

    private static final BgNbd PRIOR = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private final Playbook playbook = TestingShop.playbook();
    private final PriorScorer scorer = new PriorScorer(PRIOR, Days.in(ZoneOffset.UTC));
    private final CustomerState customer = new CustomerState("c-1");

    @Test
    void readsTheHistoryFromTheStartOfTheFirstActiveDay() {
        buy(0.75);
        buy(14.25);
        buy(14.5);

        assertThat(scorer.probability(customer, LAPSE, day(28)))
                .isEqualTo(PRIOR.probabilityNoActivity(1, 2, 4, 40 / 7.0));
    }

    @Test
    void risesInSilence() {
        buy(0);
        buy(10);
        double before = 0;
        for (int day = 10; day < 200; day++) {
            double now = scorer.probability(customer, LAPSE, day(day));
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(scorer.risesInSilence()).isTrue();
        assertThat(scorer.reactsToOtherEvents()).isFalse();
    }

    @Test
    void forgivesTheSilenceOnceTheCustomerIsActive() {
        buy(0);
        buy(10);

        double foreseen = scorer.probabilityIfActive(customer, LAPSE, day(60));
        assertThat(foreseen).isLessThan(scorer.probability(customer, LAPSE, day(60)));

        buy(60);
        assertThat(scorer.probability(customer, LAPSE, day(60))).isCloseTo(foreseen, within(1e-12));
    }

    @Test
    void explainsTheWholeProbability() {
        buy(0);
        buy(10);
        List<Reason> reasons = scorer.explain(customer, LAPSE, day(40));

        assertThat(reasons).extracting(Reason::code).containsExactly("LEFT_ALREADY", "SELDOM_HERE");
        assertThat(reasons).extracting(Reason::scale).containsOnly(Reason.Scale.PROBABILITY);
        assertThat(reasons.stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(scorer.probability(customer, LAPSE, day(40)), within(1e-12));
        assertThat(reasons.get(0).evidence())
                .isEqualTo("silent 30.0 days; used to come every 10.0");
    }

    @Test
    void doesNotClaimARhythmForWhoCameOnce() {
        buy(0);

        assertThat(scorer.explain(customer, LAPSE, day(7)).get(0).evidence())
                .isEqualTo("silent 7.0 days; came once so far");
    }

    @Test
    void needsACustomerWhoWasActive() {
        assertThatThrownBy(() -> scorer.probability(customer, LAPSE, day(1)))
                .hasMessage("the customer was never active");
    }

    @Test
    void scalesTheDefaultsToTheHorizon() {
        BgNbd expected = BgNbd.defaultFor(LAPSE.horizonMillis() / (7.0 * DAY));

        assertThat(PriorScorer.defaultFor(LAPSE, Days.in(ZoneOffset.UTC)).prior())
                .isEqualTo(expected);
    }

    private void buy(double day) {
        var purchase = purchase("c-1", day);
        customer.engagement()
                .fold(purchase, playbook.categoryOf(purchase.name()), FoldRules.of(playbook));
    }
}
