package holdfast.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityTest {
    @Test
    void refusesWhatTheEdgeShouldHaveRefused() {
        assertThatThrownBy(() -> activity("", "purchase", 1, 0)).hasMessageContaining("customer");
        assertThatThrownBy(() -> activity("c", "", 1, 0)).hasMessageContaining("name");
        assertThatThrownBy(() -> activity("c", "purchase", -1, 0)).hasMessageContaining("1970");
        assertThatThrownBy(() -> activity("c", "purchase", 1, -1)).hasMessageContaining("1970");
    }

    @Test
    void countsAtTheTimeItRefersTo() {
        assertThat(activity("c", "refund", 50, 20).countsAtMillis()).isEqualTo(20);
        assertThat(activity("c", "purchase", 50, 0).countsAtMillis()).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource
    void findsASourceKindByItsCode(SourceKind kind) {
        assertThat(SourceKind.ofCode(kind.code())).isEqualTo(kind);
    }

    @Test
    void knowsNoOtherSourceKind() {
        assertThatThrownBy(() -> SourceKind.ofCode(0)).hasMessageContaining("code 0");
        assertThatThrownBy(() -> SourceKind.ofCode(7)).hasMessageContaining("code 7");
    }

    @Test
    void tellsEveryFateApart() {
        assertThat(Stream.of(Fate.values()).map(Fate::code)).doesNotHaveDuplicates();
        assertThat(Stream.of(Fate.values()).map(Fate::label))
                .containsExactly(
                        "scored", "late", "duplicate", "unidentified", "erased", "dead_lettered");
    }

    @ParameterizedTest
    @EnumSource
    void advisesTheSenderOnEveryReason(RejectReason reason) {
        assertThat(reason.advice()).isNotBlank();
        assertThat(reason.label()).matches("[a-z_]+");
    }

    private static Activity activity(
            String customerId, String name, long timeMillis, long refersToMillis) {
        return new Activity(
                customerId, timeMillis, name, 0, refersToMillis, 0, SourceKind.TRANSACTION);
    }
}
