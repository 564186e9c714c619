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

    private boolean stored;
    private long armedMillis = Episode.NEVER;

    CustomerStore(RuntimeContext context) {
        state = context.getState(new ValueStateDescriptor<>("customer", CodecTypes.CUSTOMER));
    }

    /** The customer of the current key; a new one if nothing is kept. */
    CustomerState load(String customerId) throws IOException {
        CustomerState customer = new CustomerState(customerId);
        byte[] bytes = state.value();
        stored = bytes != null;
        armedMillis = Episode.NEVER;
        if (bytes != null) {
            reader.reset(bytes, 0, Long.BYTES);
            armedMillis = reader.readLong();
            codec.read(customer, bytes, Long.BYTES, bytes.length - Long.BYTES);
        }
        return customer;
    }

    /** Notes that the timer of the customer just loaded has come due and is gone. */
    void disarm() {
        armedMillis = Episode.NEVER;
    }

    /** Stores the customer just loaded and re-arms; one of whom nothing is left is removed. */
    void store(CustomerState customer, TimerService timers) throws IOException {
        if (customer.isForgotten()) {
            remove(timers);
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
        state.update(writer.toBytes());
        stored = true;
    }

    private void rearm(long wakeupMillis, TimerService timers) {
        if (wakeupMillis >= armedMillis) {
            return;
        }
        deleteTimer(timers);
        timers.registerEventTimeTimer(wakeupMillis);
        armedMillis = wakeupMillis;
    }

    private void remove(TimerService timers) {
        deleteTimer(timers);
        if (stored) {
            state.clear();
            stored = false;
        }
    }

    private void deleteTimer(TimerService timers) {
        if (armedMillis != Episode.NEVER) {
            timers.deleteEventTimeTimer(armedMillis);
            armedMillis = Episode.NEVER;
        }
    }
}
