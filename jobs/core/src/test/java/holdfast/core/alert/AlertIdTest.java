package holdfast.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertIdTest {

    /** Never regenerate: consumers know their alerts by these. */
    @Test
    void neverChanges() {
        assertThat(AlertId.of("c-10482", 1, AlertTrigger.SILENCE, 1_767_225_600_000L))
                .isEqualTo("2f36a6fe225baa27241b16de155eda83");
        assertThat(AlertId.of("c-10482", 2, AlertTrigger.EVENT, -1))
                .isEqualTo("1e3265a5fa251833a9ebc77d1d73789b");
        assertThat(AlertId.of("Zoë 🙂", 8, AlertTrigger.CLOCK, 0))
                .isEqualTo("9d8a1fa8d10ad6f14c9e5be0e66e8d3f");
    }

    @Test
    void differsWithEachOfItsParts() {
        Set<String> ids = new HashSet<>();
        for (String customer : new String[] {"a", "b", "ab", "ba"}) {
            for (int i = 0; i < 2_400; i++) {
                AlertTrigger trigger = AlertTrigger.ofCode(1 + i / 8 % 3);
                ids.add(AlertId.of(customer, 1 + i % 8, trigger, i / 24 - 50));
            }
        }
        assertThat(ids).hasSize(4 * 2_400).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
}
