package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaybookFlagsTest {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    @Test
    void leavesAPlaybookAloneWithoutFlags() {
        PlaybookFlags none =
                new PlaybookFlags(OptionalLong.empty(), OptionalLong.empty(), Set.of(), Set.of());

        Playbook shop = Presets.ecommerce();

        assertThat(none.applyTo(shop)).isSameAs(shop);
    }

    @Test
    void stretchesTheSpansOfPoliciesWithTheHorizon() {
        Playbook shop = Presets.ecommerce();
        long horizonMillis = 2 * shop.primaryOutcome().horizonMillis();
        Playbook stretched =
                new PlaybookFlags(
                                OptionalLong.of(horizonMillis),
                                OptionalLong.empty(),
                                Set.of(),
                                Set.of())
                        .applyTo(shop);

        assertThat(stretched.primaryOutcome().horizonMillis()).isEqualTo(horizonMillis);
        assertThat(stretched.policies().get(0).coolDownMillis())
                .isEqualTo(2 * shop.policies().get(0).coolDownMillis());
        assertThat(stretched.categories()).isEqualTo(shop.categories());
    }

    @Test
    void takesNamedEventsOutOfTheirCategories() {
        Playbook changed =
                new PlaybookFlags(
                                OptionalLong.of(30 * DAY_MILLIS),
                                OptionalLong.of(60 * DAY_MILLIS),
                                Set.of("purchase", "visit"),
                                Set.of("goodbye"))
                        .applyTo(Presets.ecommerce());
        Outcome outcome = changed.primaryOutcome();

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.CANCEL);
        assertThat(outcome.isActivity(changed.categoryOf("purchase").id())).isTrue();
        assertThat(outcome.isActivity(changed.categoryOf("visit").id())).isTrue();
        assertThat(outcome.isActivity(changed.categoryOf("view_item").id())).isFalse();
        assertThat(outcome.isCancel(changed.categoryOf("goodbye").id())).isTrue();
    }

    @Test
    void refusesAnEventThatIsBothActivityAndCancel() {
        PlaybookFlags both =
                new PlaybookFlags(
                        OptionalLong.empty(), OptionalLong.empty(), Set.of("x"), Set.of("x"));

        assertThatThrownBy(() -> both.applyTo(Presets.generic()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
