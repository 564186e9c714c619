package holdfast.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.bytes.ByteWriter;
import holdfast.core.document.Checked;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateBoundTest {

    /** Playbooks so wide that one part more would be refused. */
    @ParameterizedTest
    @CsvSource({"12, 1, 1", "2, 8, 3", "5, 3, 5", "3, 1, 8"})
    void keepsLongHistoriesUnderTheWidestPlaybooksWithinTheBound(
            int categories, int outcomes, int policies) {
        Playbook widest = TestingCustomers.playbook(categories, outcomes, policies);
        assertThat(isAllowed(widest)).isTrue();
        CustomerStateCodec codec = new CustomerStateCodec();
        ByteWriter out = new ByteWriter();
        int most = 0;
        for (int seed = 0; seed < 30; seed++) {
            out.reset();
            codec.write(TestingCustomers.random(new Random(seed), widest), out);
            most = Math.max(most, out.length());
        }
        assertThat(most)
                .isBetween(
                        StateBound.worstCaseBytes(widest) / 2, StateBound.worstCaseBytes(widest));
    }

    @ParameterizedTest
    @MethodSource("holdfast.core.playbook.Presets#names")
    void bindsEveryPreset(String name) {
        assertThat(isAllowed(Presets.named(name).orElseThrow())).isTrue();
    }

    @Test
    void hasThePlaybookReaderRefuseWhatCouldOutgrowIt() {
        Playbook tooWide = TestingCustomers.playbook(20, 1, 1);
        Checked<Playbook> checked =
                new PlaybookReader(StateBound::worstCaseBytes).read("wide.yaml", tooWide.source());

        assertThat(isAllowed(tooWide)).isFalse();
        assertThat(checked.isAccepted()).isFalse();
        assertThat(checked.report()).contains("bytes, more than 1024; declare fewer categories");
    }

    private static boolean isAllowed(Playbook playbook) {
        return StateBound.worstCaseBytes(playbook) <= PlaybookReader.STATE_BYTES_MAX;
    }
}
