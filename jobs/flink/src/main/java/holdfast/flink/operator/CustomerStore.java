package holdfast.flink.operator;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.CustomerStateCodec;
import holdfast.core.episode.Episode;
import holdfast.flink.serialize.CodecTypes;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * Loads and stores the customer of the current key, with one pending timer at most.
 *
 * <p>The timer is moved lazily: a wake-up that moves later leaves it where it is, to be moved when
 * it comes due; only one that moves earlier replaces it. Not thread-safe.
 */
final class CustomerStore {

    private final ValueState<byte[]> state;
    private final CustomerStateCodec codec = new CustomerStateCodec();
    private final ByteReader reader = new ByteReader();
    private final ByteWriter writer = new ByteWriter();

    private final CustomerSums sums;

    private int storedBytes;
    private boolean wasArmed;
    private long armedMillis = Episode.NEVER;

    CustomerStore(RuntimeContext context, CustomerSums sums) {
        this.sums = sums;
        state = context.getState(new ValueStateDescriptor<>("customer", CodecTypes.CUSTOMER));
    }

    /** The customer of the current key; a new one if nothing is kept. */
    CustomerState load(String customerId) throws IOException {
        CustomerState customer = new CustomerState(customerId);
        byte[] bytes = state.value();
        storedBytes = 0;
        armedMillis = Episode.NEVER;
        if (bytes != null) {
            storedBytes = bytes.length;
            reader.reset(bytes, 0, Long.BYTES);
            armedMillis = reader.readLong();
            codec.read(customer, bytes, Long.BYTES, bytes.length - Long.BYTES);
        }
        wasArmed = isArmed();
        return customer;
    }

    /** Notes that the timer of the customer just loaded has come due and is gone. */
    void disarm() {
        armedMillis = Episode.NEVER;
    }

    /** Stores the customer just loaded and re-arms; one of whom nothing is left is removed. */
    void store(CustomerState customer, TimerService timers) throws IOException {
        if (customer.isForgotten()) {
            remove(customer, timers);
            return;
        }
        rearm(customer.wakeupMillis(), timers);
        write(customer);
    }

    /** Stores the customer just loaded without a timer. */
    void write(CustomerState customer) throws IOException {
        writer.reset();
        writer.writeLong(armedMillis);
        codec.write(customer, writer);
        byte[] bytes = writer.toBytes();
        state.update(bytes);
        noteChange(customer, bytes.length);
    }

    private void rearm(long wakeupMillis, TimerService timers) {
        if (wakeupMillis >= armedMillis) {
            return;
        }
        deleteTimer(timers);
        timers.registerEventTimeTimer(wakeupMillis);
        armedMillis = wakeupMillis;
    }

    private void remove(CustomerState customer, TimerService timers) {
        deleteTimer(timers);
        if (storedBytes != 0) {
            state.clear();
        }
        noteChange(customer, 0);
    }

    /** Takes the difference to what was loaded; no state is without bytes. */
    private void noteChange(CustomerState customer, int bytes) {
        sums.changed(
                customer.customerId(),
                Integer.signum(bytes) - Integer.signum(storedBytes),
                bytes - storedBytes,
                (isArmed() ? 1 : 0) - (wasArmed ? 1 : 0));
        storedBytes = bytes;
        wasArmed = isArmed();
    }

    private boolean isArmed() {
        return armedMillis != Episode.NEVER;
    }

    private void deleteTimer(TimerService timers) {
        if (isArmed()) {
            timers.deleteEventTimeTimer(armedMillis);
            armedMillis = Episode.NEVER;
        }
    }
}
