package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    @ParameterizedTest
    @MethodSource("holdfast.core.playbook.Presets#names")
    void parsesEveryPresetUnderItsOwnName(String name) {
        assertThat(Presets.named(name).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("holdfast.core.playbook.Presets#names")
    void writesEveryPresetAsATextThatReadsBackAsItself(String name) {
        Playbook preset = Presets.named(name).orElseThrow();
        String written = PlaybookText.of(preset);

        assertThat(new PlaybookReader(playbook -> 0).read("written", written).value())
                .isEqualTo(preset);
    }

    @ParameterizedTest
    @MethodSource("holdfast.core.playbook.Presets#names")
    void watchesEveryOutcomeWithAPolicy(String name) {
        Playbook preset = Presets.named(name).orElseThrow();

        assertThat(preset.policies())
                .extracting(Policy::outcomeId)
                .containsAll(preset.outcomes().stream().map(Outcome::id).toList());
    }

    @Test
    void knowsNoOtherName() {
        assertThat(Presets.named("../generic")).isEmpty();
        assertThat(Presets.named("Generic")).isEmpty();
    }

    @Test
    void takesEveryEventButReturnsAndGiftsAsActivityByDefault() {
        Playbook generic = Presets.generic();
        Outcome lapse = generic.primaryOutcome();

        assertThat(lapse.isActivity(generic.categoryOf("anything").id())).isTrue();
        assertThat(lapse.isActivity(generic.categoryOf("return").id())).isFalse();
        assertThat(lapse.isActivity(generic.categoryOf("free_item").id())).isFalse();
    }

    @Test
    void understandsSegmentAndGa4InAShop() {
        Playbook shop = Presets.ecommerce();

        assertThat(shop.categoryOf("Order Completed")).isEqualTo(shop.categoryOf("purchase"));
        assertThat(shop.categoryOf("Product Viewed")).isEqualTo(shop.categoryOf("view_item"));
        assertThat(shop.categoryOf("Order Cancelled").value()).isEqualTo(ValueKind.REFUND);
        assertThat(shop.primaryOutcome().isActivity(shop.categoryOf("Order Completed").id()))
                .isTrue();
        assertThat(shop.primaryOutcome().isActivity(shop.categoryOf("Product Viewed").id()))
                .isFalse();
    }

    @Test
    void seesACancelAndIdlenessInASubscription() {
        Playbook subscription = Presets.subscription();
        int cancel = subscription.categoryOf("Subscription Cancelled").id();

        assertThat(subscription.outcome(1).isCancel(cancel)).isTrue();
        assertThat(subscription.outcome(2).isCancel(cancel)).isFalse();
        assertThat(subscription.outcome(2).isActivity(subscription.categoryOf("Signed In").id()))
                .isTrue();
    }
}
