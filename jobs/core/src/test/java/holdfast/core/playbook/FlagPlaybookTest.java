package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlagPlaybookTest {
    private static final long DAY_MILLIS = 86_400_000L;

    @Test
    void takesEverythingButReturnsAndGiftsAsActivityWithoutTypes() {
        Playbook playbook = flags(List.of(), Optional.empty());

        assertThat(playbook.primaryOutcome().kind()).isEqualTo(OutcomeKind.NO_ACTIVITY);
        assertThat(playbook.primaryOutcome().horizonMillis()).isEqualTo(60 * DAY_MILLIS);
        assertThat(playbook.primaryOutcome().activeWithinMillis()).isEqualTo(180 * DAY_MILLIS);
        assertThat(isActivity(playbook, "purchase")).isTrue();
        assertThat(isActivity(playbook, "return")).isFalse();
        assertThat(isActivity(playbook, "free_item")).isFalse();
        assertThat(playbook.categoryOf("return").value()).isEqualTo(ValueKind.REFUND);
    }

    @Test
    void takesOnlyTheNamedTypesAsActivity() {
        Playbook playbook = flags(List.of("post", "like"), Optional.of("cancel"));

        assertThat(playbook.primaryOutcome().kind()).isEqualTo(OutcomeKind.CANCEL);
        assertThat(isActivity(playbook, "post")).isTrue();
        assertThat(isActivity(playbook, "like")).isTrue();
        assertThat(isActivity(playbook, "subscribe")).isFalse();
        assertThat(isActivity(playbook, "cancel")).isFalse();
        assertThat(playbook.primaryOutcome().isCancel(playbook.categoryOf("cancel").id())).isTrue();
        assertThat(playbook.categoryOf("post")).isNotEqualTo(playbook.categoryOf("like"));
    }

    @Test
    void leavesTheCancelOutOfActivityWithoutTypes() {
        Playbook playbook = flags(List.of(), Optional.of("churned"));

        assertThat(isActivity(playbook, "anything")).isTrue();
        assertThat(isActivity(playbook, "churned")).isFalse();
    }

    @Test
    void letsTheTypesBeyondEightShareACategory() {
        List<String> types = IntStream.range(0, 200).mapToObj(i -> "type" + i).toList();
        Playbook playbook = flags(types, Optional.of("cancel"));

        assertThat(types).allSatisfy(type -> assertThat(isActivity(playbook, type)).isTrue());
        assertThat(playbook.categories()).hasSize(12);
        assertThat(playbook.categoryOf("type7")).isNotEqualTo(playbook.categoryOf("type8"));
        assertThat(playbook.categoryOf("type8")).isEqualTo(playbook.categoryOf("type199"));
    }

    @Test
    void takesAReturnAsActivityWhenAskedToAndStillAsARefund() {
        Playbook playbook = flags(List.of("return", "free_item"), Optional.empty());

        assertThat(isActivity(playbook, "return")).isTrue();
        assertThat(isActivity(playbook, "free_item")).isTrue();
        assertThat(isActivity(playbook, "purchase")).isFalse();
        assertThat(playbook.categoryOf("return").value()).isEqualTo(ValueKind.REFUND);
    }

    @Test
    void carriesATextThatReadsBackAsItself() {
        Playbook playbook =
                flags(List.of("a \"quoted\" \\ type", "# hash", "other", "é: 1"), Optional.of("x"));

        assertThat(new PlaybookReader(each -> 0).read("flags", playbook.source()).value())
                .isEqualTo(playbook);
    }

    @Test
    void refusesATypeThatIsBothActivityAndTheCancel() {
        assertThatThrownBy(() -> flags(List.of("a", "b"), Optional.of("b")))
                .hasMessage("\"b\" cannot be both activity and the cancel");
    }

    private static Playbook flags(List<String> types, Optional<String> cancel) {
        return new FlagPlaybook(60 * DAY_MILLIS, 180 * DAY_MILLIS, types, cancel).playbook();
    }

    private static boolean isActivity(Playbook playbook, String event) {
        return playbook.primaryOutcome().isActivity(playbook.categoryOf(event).id());
    }
}
