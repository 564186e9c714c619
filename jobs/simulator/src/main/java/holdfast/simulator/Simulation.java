package holdfast.simulator;

import holdfast.simulator.RandomStream.Purpose;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A shop with seeded customers whose true lifetimes are known, as a stream of Kafka records.
 *
 * <p>Equal settings give equal records, in order of arrival, however the time is cut into steps; a
 * customer's records do not depend on how many others there are. Memory grows with the customers
 * who still have something to come, not with what has happened. Not thread-safe.
 */
public final class Simulation {
    private final SimulationSettings settings;
    private final CustomerLaw law;
    private final Courier courier;
    private final Shop shop;
    private final PriorityQueue<Shopper> shoppers = new PriorityQueue<>();
    private final Map<Expected, Long> produced = new EnumMap<>(Expected.class);

    private long nowMillis;
    private int newcomers;

    public Simulation(SimulationSettings settings) {
        this.settings = settings;
        this.law = new CustomerLaw(settings);
        EventWriter writer = new EventWriter();
        this.courier = new Courier(settings.faults(), new BadRecords(writer));
        this.shop = new Shop(settings, writer, courier);
        this.nowMillis = settings.startMillis();
        for (int number = 0; number < settings.crowd().customers(); number++) {
            admitResident(number);
        }
    }

    /**
     * Lets the shop run up to an instant and hands out every record that has arrived by then.
     *
     * @throws IllegalArgumentException if the instant lies before one already reached
     */
    public void advanceTo(long simulatedMillis, Consumer<SimulatedRecord> out) {
        if (simulatedMillis < nowMillis) {
            throw new IllegalArgumentException(
                    "time runs forward only: " + simulatedMillis + " after " + nowMillis);
        }
        Consumer<SimulatedRecord> counted = record -> count(record, out);
        while (nextMillis() <= simulatedMillis) {
            courier.deliverBefore(nextMillis(), counted);
            step();
        }
        courier.deliverBefore(simulatedMillis + 1, counted);
        nowMillis = simulatedMillis;
    }

    /** The instant reached. */
    public long nowMillis() {
        return nowMillis;
    }

    /**
     * The truth about a customer, known from the start.
     *
     * @throws IllegalArgumentException if no simulated customer can have that id
     */
    public Customer truth(String customerId) {
        return law.byId(customerId);
    }

    /** Records handed out so far. */
    public long produced() {
        return produced.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records of one class handed out so far. */
    public long produced(Expected expected) {
        return produced.getOrDefault(expected, 0L);
    }

    /** Customers with anything still to come, and records on their way: all that is held. */
    public int held() {
        return shoppers.size() + courier.onTheWay();
    }

    private void count(SimulatedRecord record, Consumer<SimulatedRecord> out) {
        produced.merge(record.expected(), 1L, Long::sum);
        out.accept(record);
    }

    private long nextMillis() {
        Shopper first = shoppers.peek();
        long shopperMillis = first == null ? Customer.NEVER : first.nextMillis();
        return Math.min(shopperMillis, law.newcomerSlotMillis(newcomers));
    }

    private void step() {
        if (law.newcomerSlotMillis(newcomers) <= nextMillis()) {
            admitNewcomer(newcomers);
            newcomers++;
            return;
        }
        Shopper shopper = shoppers.remove();
        shop.act(shopper);
        keep(shopper);
    }

    private void admitResident(int number) {
        RandomStream visits = RandomStream.of(settings.seed(), number, Purpose.VISITS);
        RandomStream traffic = RandomStream.of(settings.seed(), number, Purpose.TRAFFIC);
        Shopper shopper = new Shopper(law.resident(number), number, visits, traffic);
        shop.admitResident(shopper);
        keep(shopper);
    }

    private void admitNewcomer(int number) {
        RandomStream visits = RandomStream.of(settings.seed(), number, Purpose.NEWCOMER_VISITS);
        RandomStream traffic = RandomStream.of(settings.seed(), number, Purpose.NEWCOMER_TRAFFIC);
        Shopper shopper = new Shopper(law.newcomer(number), -1L - number, visits, traffic);
        shopper.visitOnJoining();
        keep(shopper);
    }

    private void keep(Shopper shopper) {
        if (shopper.nextMillis() != Customer.NEVER) {
            shoppers.add(shopper);
        }
    }
}
