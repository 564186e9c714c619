package holdfast.benchmarks;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.Presets;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import holdfast.simulator.FaultRates;
import holdfast.simulator.SimulatedRecord;
import holdfast.simulator.Simulation;
import holdfast.simulator.SimulationSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A simulated shop after a hundred days: the playbook, the customers who have bought, and the
 * events that come next. The same in every run.
 */
final class Shopfront {

    /** Customers at the start, a power of two. */
    static final int CUSTOMERS = 2_048;

    /** Events that come after the hundred days. */
    static final int EVENTS = 16_384;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long START_MILLIS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long NOW_MILLIS = START_MILLIS + 100 * DAY_MILLIS;

    private final Playbook playbook = Presets.ecommerce();
    private final Guidance guidance = Guidance.of(playbook, Settings.defaults());
    private final List<CustomerState> customers = new ArrayList<>();
    private final List<Activity> events = new ArrayList<>(EVENTS);

    Shopfront() {
        Map<SourceKind, Normalizer> normalizers = new EnumMap<>(SourceKind.class);
        for (SourceKind source : SourceKind.values()) {
            normalizers.put(
                    source,
                    Normalizer.of(
                            source, playbook.mapping(), playbook.currency(), WireLimits.DEFAULT));
        }
        Simulation simulation = new Simulation(settings());
        Replay replay = new Replay(guidance, new Nobody(false));
        simulation.advanceTo(
                NOW_MILLIS, record -> replay.accept(arrival(normalizers, record).activity()));
        replay.settle(NOW_MILLIS);
        keepBuyers(replay);
        long untilMillis = NOW_MILLIS;
        while (events.size() < EVENTS) {
            untilMillis += DAY_MILLIS;
            simulation.advanceTo(
                    untilMillis, record -> takeEvent(arrival(normalizers, record).activity()));
        }
    }

    private static SimulationSettings settings() {
        return SimulationSettings.demo(1, START_MILLIS, CUSTOMERS).withFaults(FaultRates.none());
    }

    private static Arrival arrival(
            Map<SourceKind, Normalizer> normalizers, SimulatedRecord record) {
        Normalizer normalizer = normalizers.get(record.source());
        if (normalizer == null) {
            throw new IllegalStateException("no normalizer for " + record.source());
        }
        return normalizer.arrival(
                new Origin("simulated", 0, 0, record.kafkaTimestampMillis()), record.value());
    }

    private void keepBuyers(Replay replay) {
        Iterator<CustomerState> all = replay.customers();
        while (all.hasNext()) {
            CustomerState customer = all.next();
            if (customer.rhythmOf(outcome().id()) != null) {
                customers.add(customer);
            }
        }
        customers.sort(Comparator.comparing(CustomerState::customerId));
    }

    private void takeEvent(Activity activity) {
        if (events.size() < EVENTS) {
            events.add(activity);
        }
    }

    Playbook playbook() {
        return playbook;
    }

    Guidance guidance() {
        return guidance;
    }

    Outcome outcome() {
        return playbook.primaryOutcome();
    }

    Policy policy() {
        return playbook.policies().get(0);
    }

    long nowMillis() {
        return NOW_MILLIS;
    }

    /** Everybody who has bought and is not forgotten, by id. */
    List<CustomerState> customers() {
        return customers;
    }

    /** What arrives next, in order of arrival. */
    List<Activity> events() {
        return events;
    }

    /**
     * Decisions that nobody waits for.
     *
     * @param learns whether what can be learned from is made nevertheless
     */
    record Nobody(boolean learns) implements Decisions {

        @Override
        public void alert(Alert alert) {}

        @Override
        public void score(ScoreReport report) {}

        @Override
        public void held(Policy policy, HoldReason reason) {}

        @Override
        public void forgotten(String customerId) {}

        @Override
        public boolean learnsFrom(long customerKey) {
            return learns;
        }
    }
}
