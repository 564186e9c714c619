package holdfast.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.playbook.Playbook;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerStateCodecTest {

    /** Bytes written by version 1. Never regenerate: a savepoint in the field looks like this. */
    private static final String GOLDEN_V1 =
            "0103010780d0eab6b733808ce2c30880dcccfabf334007f8bd14ae4bf84015c3c87afa5f9340"
                    + "1a3a13736f2347020180b8998fc0330080b8998fc0333ff00000000000003ff0000000000000"
                    + "3ff00000000000000301808af384c03300808af384c0333ff00000000000003ff00000000000"
                    + "003ff0000000000000010180d0eab6b733808ce2c30880c002a1908824000000d836fa0180dc"
                    + "ccfabf3340a768e8a632363040b54131c818815740b99cb6feba887380b8998fc033406f4000"
                    + "00000000406f400000000000406f400000000000e5b79df8ca3301010900000000000003e900"
                    + "000000000003ea00000000000003eb00000000000003ec00000000000003ed00000000000003"
                    + "ee00000000000003ef000000000000000700000000000000080201020000040000019bff532e"
                    + "00a0e6aff7c4330200020000000280dcccfabf33e4b79df8ca3301013f59999c04";

    private final CustomerStateCodec codec = new CustomerStateCodec();

    @Test
    void readsAndWritesTheBytesOfVersionOne() {
        byte[] golden = HexFormat.of().parseHex(GOLDEN_V1);
        CustomerState customer = read(golden);

        assertThat(Objects.requireNonNull(customer.tallyOf(1)).count()).isEqualTo(7);
        var rhythm = Objects.requireNonNull(customer.rhythmOf(1));
        assertThat(rhythm.activeDays()).isEqualTo(6);
        assertThat(customer.money().revenueMinor()).isEqualTo(7_000);
        assertThat(customer.money().refundMinor()).isEqualTo(250);
        var first = Objects.requireNonNull(customer.episode().policyOrNull(1));
        assertThat(first.status()).isEqualTo(AlertStatus.ESCALATED);
        assertThat(first.trigger()).isEqualTo(AlertTrigger.SILENCE);
        assertThat(first.sequence()).isEqualTo(2);
        var second = Objects.requireNonNull(customer.episode().policyOrNull(2));
        assertThat(second.heldReason(rhythm.lastMillis())).isEqualTo(HoldReason.VALUE_GATE);
        assertThat(write(customer)).isEqualTo(golden);
    }

    @Test
    void takesThirteenBytesForAnEmptyState() {
        assertThat(write(new CustomerState("c-1"))).hasSize(13);
    }

    @Test
    void refusesALaterVersion() {
        byte[] later = write(new CustomerState("c-1"));
        later[0] = 2;

        assertThatThrownBy(() -> read(later))
                .isInstanceOf(CorruptBytesException.class)
                .hasMessage("state of version 2; this build reads version 1");
    }

    @Test
    void refusesBytesAfterTheState() {
        byte[] state = write(new CustomerState("c-1"));
        byte[] longer = Arrays.copyOf(state, state.length + 1);

        assertThatThrownBy(() -> read(longer)).isInstanceOf(CorruptBytesException.class);
    }

    @Test
    void refusesEveryTruncation() {
        Playbook playbook = TestingCustomers.playbook(6, 2, 3);
        for (int seed = 0; seed < 10; seed++) {
            byte[] whole = write(TestingCustomers.random(new Random(seed), playbook));
            for (int length = 0; length < whole.length; length++) {
                byte[] torn = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> read(torn)).isInstanceOf(CorruptBytesException.class);
            }
        }
    }

    @Test
    void readsFlippedBitsAsCorruptOrAsAStateThatCanBeWritten() {
        Playbook playbook = TestingCustomers.playbook(6, 2, 3);
        for (int seed = 0; seed < 10; seed++) {
            byte[] whole = write(TestingCustomers.random(new Random(seed), playbook));
            for (int bit = 0; bit < 8 * whole.length; bit++) {
                whole[bit / 8] ^= (byte) (1 << bit % 8);
                assertCorruptOrValid(whole);
                whole[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Test
    void readsNoiseAsCorruptOrAsAStateThatCanBeWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 1;
            }
            assertCorruptOrValid(noise);
        }
    }

    private void assertCorruptOrValid(byte[] bytes) {
        CustomerState customer = new CustomerState("c-1");
        try {
            codec.read(customer, bytes, 0, bytes.length);
        } catch (CorruptBytesException corrupt) {
            return;
        }
        byte[] written = write(customer);
        assertThat(write(read(written))).isEqualTo(written);
    }

    private CustomerState read(byte[] bytes) {
        CustomerState customer = new CustomerState("c-1");
        codec.read(customer, bytes, 0, bytes.length);
        return customer;
    }

    private byte[] write(CustomerState customer) {
        ByteWriter out = new ByteWriter();
        codec.write(customer, out);
        return out.toBytes();
    }
}
