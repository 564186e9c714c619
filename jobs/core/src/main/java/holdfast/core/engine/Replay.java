package holdfast.core.engine;

import holdfast.core.activity.Activity;
import holdfast.core.activity.Fate;
import holdfast.core.customer.CustomerState;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plain engine: all of Holdfast over activities in memory, without a stream processor.
 *
 * <p>It is the heart of a backtest and the oracle of every pipeline test. A customer's wake-ups are
 * settled when the customer's next activity comes, or at {@link #settle}; customers do not see each
 * other, so that gives each the same decisions as settling them in time. Holds all customers in
 * memory. Not thread-safe.
 */
public final class Replay {

    private final ChurnEngine engine = new ChurnEngine();
    private final Map<String, CustomerState> customers = new HashMap<>();
    private final Decisions out;
    private Guidance guidance;

    public Replay(Guidance guidance, Decisions out) {
        this.guidance = guidance;
        this.out = out;
    }

    /** Takes in an activity of which nothing says that it is late. */
    public Fate accept(Activity activity) {
        return accept(activity, Long.MIN_VALUE);
    }

    /** Takes in an activity at the given watermark. */
    public Fate accept(Activity activity, long watermarkMillis) {
        CustomerState customer = customer(activity.customerId());
        engine.onWakeup(customer, watermarkMillis, guidance, out);
        return engine.onActivity(customer, activity, watermarkMillis, guidance, out);
    }

    /**
     * Acts on every wake-up of every customer up to the given instant, customers in the order of
     * their ids.
     */
    public void settle(long untilMillis) {
        for (CustomerState customer : new TreeMap<>(customers).values()) {
            engine.onWakeup(customer, untilMillis, guidance, out);
        }
    }

    /** Decides by other guidance from now on. */
    public void guide(Guidance next) {
        guidance = next;
    }

    /** The guidance in force. */
    public Guidance guidance() {
        return guidance;
    }

    /** The customer of this id, new if not seen so far. */
    public CustomerState customer(String customerId) {
        return customers.computeIfAbsent(customerId, CustomerState::new);
    }

    /** The customers seen so far, the forgotten ones as empty states. */
    public Iterator<CustomerState> customers() {
        return customers.values().iterator();
    }
}
