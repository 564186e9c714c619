package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.customer.CustomerState;
import holdfast.core.episode.Episode;
import holdfast.core.training.TrainingRecord;
import org.junit.jupiter.api.Test;

/** What people ask for about a customer, and that no request is kept longer than it matters. */
class RequestsTest {

    private static final long FOREVER = START + 10_000 * DAY;

    private final ChurnEngine engine = new ChurnEngine();
    private final Guidance guidance = TestingShop.guidance(Settings.defaults(), SAVE);
    private final TestingDecisions out = new TestingDecisions();
    private final CustomerState customer = new CustomerState("c-1");

    @Test
    void keepsNothingOfAStrangerWhoseSuppressionHasPassed() {
        engine.suppress(customer, START + DAY);
        assertThat(customer.isForgotten()).isFalse();

        engine.onWakeup(customer, START + DAY, guidance, out);

        assertThat(customer.isForgotten()).isTrue();
    }

    @Test
    void keepsNothingOfACustomerLongGoneWhoWasErasedOnceBefore() {
        engine.erase(customer, START, guidance, out);
        act("Order Completed", START + DAY, SourceKind.TRANSACTION);

        engine.onWakeup(customer, FOREVER, guidance, out);

        assertThat(customer.isForgotten()).isTrue();
    }

    @Test
    void keepsASuppressionForGoodAfterAnErasureHasRunOut() {
        engine.erase(customer, START, guidance, out);
        engine.suppress(customer, Episode.NEVER);

        engine.onWakeup(customer, FOREVER, guidance, out);

        assertThat(customer.episode().suppressedUntilMillis()).isEqualTo(Episode.NEVER);
        assertThat(customer.episode().erasedAtMillis()).isZero();
        assertThat(customer.wakeupMillis()).isEqualTo(Episode.NEVER);
    }

    @Test
    void keepsAnErasureAfterASuppressionHasRunOut() {
        engine.erase(customer, START, guidance, out);
        engine.suppress(customer, START + DAY);

        engine.onWakeup(customer, START + 2 * DAY, guidance, out);

        assertThat(customer.episode().erasedAtMillis()).isEqualTo(START);
        assertThat(customer.episode().suppressedUntilMillis()).isZero();
        engine.onWakeup(customer, FOREVER, guidance, out);
        assertThat(customer.isForgotten()).isTrue();
    }

    @Test
    void keepsASuppressionOfACustomerLongGoneUntilItPasses() {
        act("Order Completed", START, SourceKind.TRANSACTION);
        engine.suppress(customer, START + 500 * DAY);

        engine.onWakeup(customer, START + 499 * DAY, guidance, out);
        assertThat(customer.isForgotten()).isFalse();
        assertThat(out.forgotten).containsExactly("c-1");

        engine.onWakeup(customer, START + 500 * DAY, guidance, out);
        assertThat(customer.isForgotten()).isTrue();
    }

    @Test
    void aCustomerWhoIsNotAtRiskIsLeftInPeaceForOneHorizon() {
        act("Order Completed", START, SourceKind.TRANSACTION);
        act("NOT_AT_RISK", START + DAY, SourceKind.OUTCOME);
        assertThat(customer.episode().suppressedUntilMillis()).isEqualTo(START + 41 * DAY);

        act("CONTACTED", START + 2 * DAY, SourceKind.OUTCOME);
        assertThat(customer.episode().suppressedUntilMillis()).isEqualTo(START + 41 * DAY);
    }

    @Test
    void doNotContactIsForGoodWhateverIsSaidLater() {
        act("DO_NOT_CONTACT", START, SourceKind.OUTCOME);
        act("NOT_AT_RISK", START + DAY, SourceKind.OUTCOME);

        assertThat(customer.episode().suppressedUntilMillis()).isEqualTo(Episode.NEVER);
    }

    @Test
    void aCustomerFromWhomNobodyLearnsIsToldOfOnlyWhenErased() {
        out.learns = false;
        act("CONTACTED", START, SourceKind.OUTCOME);
        act("SAVED", START + DAY, SourceKind.OUTCOME);
        assertThat(out.told).isEmpty();

        engine.erase(customer, START + 2 * DAY, guidance, out);
        assertThat(out.told)
                .extracting(TrainingRecord::kind)
                .containsExactly(TrainingRecord.Kind.ERASED);
    }

    private void act(String name, long millis, SourceKind source) {
        engine.onActivity(
                customer,
                new Activity("c-1", millis, name, 0, 0, 0, source),
                millis - 1,
                guidance,
                out);
    }
}
