package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.customer.StateBound;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The playbooks we make keep the bound that others' playbooks are held to. */
class PlaybookStateTest {
    @ParameterizedTest
    @MethodSource("holdfast.core.playbook.Presets#names")
    void keepsACustomersStateWithinBoundsUnderEveryPreset(String name) {
        assertThat(StateBound.worstCaseBytes(Presets.named(name).orElseThrow()))
                .isLessThanOrEqualTo(PlaybookReader.STATE_BYTES_MAX);
    }

    @Test
    void keepsACustomersStateWithinBoundsUnderTheFullestFlags() {
        List<String> types = IntStream.range(0, 100).mapToObj(i -> "type" + i).toList();
        Playbook fullest = new FlagPlaybook(8_000, 8_000, types, Optional.of("cancel")).playbook();

        assertThat(StateBound.worstCaseBytes(fullest))
                .isLessThanOrEqualTo(PlaybookReader.STATE_BYTES_MAX);
    }
}
