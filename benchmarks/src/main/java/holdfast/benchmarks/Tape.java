package holdfast.benchmarks;

import holdfast.core.activity.Activity;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.CustomerStateCodec;
import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Category;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The shop's next events, each with its customer's state, which is put back before every round.
 *
 * <p>Open for extension only because JMH asks for it.
 */
@State(Scope.Benchmark)
public class Tape {

    private static final byte[] NOTHING = {};

    private final Shopfront shop = new Shopfront();
    private final FoldRules rules = FoldRules.of(shop.playbook());
    private final CustomerStateCodec codec = new CustomerStateCodec();
    private final Activity[] events = shop.events().toArray(new Activity[0]);
    private final Category[] categories = new Category[events.length];
    private final int[] numbers = new int[events.length];
    private final byte[][] before;
    private final byte[][] bytes;
    private final CustomerState[] customers;

    public Tape() {
        Map<String, Integer> numberOf = new HashMap<>();
        for (int i = 0; i < events.length; i++) {
            categories[i] = shop.playbook().categoryOf(events[i].name());
            numbers[i] = numberOf.computeIfAbsent(events[i].customerId(), id -> numberOf.size());
        }
        before = new byte[numberOf.size()][];
        bytes = new byte[numberOf.size()][];
        customers = new CustomerState[numberOf.size()];
        Map<String, byte[]> known = known();
        numberOf.forEach((id, number) -> before[number] = known.getOrDefault(id, NOTHING));
    }

    private Map<String, byte[]> known() {
        Map<String, byte[]> known = new HashMap<>();
        ByteWriter writer = new ByteWriter();
        for (CustomerState customer : shop.customers()) {
            writer.reset();
            codec.write(customer, writer);
            known.put(customer.customerId(), writer.toBytes());
        }
        return known;
    }

    /** Puts every customer back to before the first event. */
    @Setup(Level.Invocation)
    public void rewind() {
        for (int i = 0; i < events.length; i++) {
            customers[numbers[i]] = new CustomerState(events[i].customerId());
        }
        for (int number = 0; number < before.length; number++) {
            bytes[number] = before[number];
            if (before[number].length > 0) {
                codec.read(customers[number], before[number], 0, before[number].length);
            }
        }
    }

    Shopfront shop() {
        return shop;
    }

    FoldRules rules() {
        return rules;
    }

    Activity event(int i) {
        return events[i];
    }

    Category category(int i) {
        return categories[i];
    }

    /** Whom the event is about, as it stands. */
    CustomerState customer(int i) {
        return customers[numbers[i]];
    }

    /** The bytes of whom the event is about; none for a newcomer. */
    byte[] bytes(int i) {
        return bytes[numbers[i]];
    }

    /** Keeps the bytes of whom the event is about. */
    void keep(int i, byte[] written) {
        bytes[numbers[i]] = written;
    }
}
