package holdfast.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.bytes.ByteWriter;
import holdfast.core.playbook.Playbook;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CustomerStateCodecPropertyTest {

    private final CustomerStateCodec codec = new CustomerStateCodec();

    @Property(tries = 60)
    void whatWasReadBackLivesOnAsWhatWasWritten(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int categories,
            @ForAll @IntRange(min = 1, max = 4) int policies) {
        Playbook playbook = TestingCustomers.playbook(categories, Math.min(3, policies), policies);
        CustomerState customer = TestingCustomers.random(new Random(seed), playbook);
        byte[] written = write(customer);

        CustomerState copy = new CustomerState(customer.customerId());
        copy.episode().policy(7); // what a reused object held before must not shine through
        codec.read(copy, written, 0, written.length);

        assertThat(write(copy)).isEqualTo(written);
        assertThat(TestingCustomers.future(copy, playbook))
                .isEqualTo(TestingCustomers.future(customer, playbook));
        assertThat(write(copy)).isEqualTo(write(customer));
    }

    private byte[] write(CustomerState customer) {
        ByteWriter out = new ByteWriter();
        codec.write(customer, out);
        return out.toBytes();
    }
}
