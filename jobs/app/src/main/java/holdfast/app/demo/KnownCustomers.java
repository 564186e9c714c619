package holdfast.app.demo;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.Rules;
import holdfast.core.playbook.Playbook;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import holdfast.simulator.SimulatedRecord;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers as their records tell of them, folded with the very code of the job. Not thread-safe.
 */
final class KnownCustomers {

    private final Playbook playbook;
    private final Rules rules;
    private final Map<SourceKind, Normalizer> edge = new EnumMap<>(SourceKind.class);
    private final Map<String, CustomerState> customers = new TreeMap<>();

    KnownCustomers(Playbook playbook) {
        this.playbook = playbook;
        rules = Rules.of(playbook);
    }

    /** Takes in a record, if it is sound and of a customer. */
    void learn(SimulatedRecord shopRecord) {
        SourceKind source = shopRecord.source();
        Origin origin = new Origin("", 0, 0, shopRecord.kafkaTimestampMillis());
        Arrival arrival =
                edge.computeIfAbsent(source, this::normalizer).arrival(origin, shopRecord.value());
        if (arrival.kind() == Arrival.Kind.ACTIVITY && source != SourceKind.PROFILE) {
            fold(arrival.activity());
        }
    }

    Collection<CustomerState> all() {
        return customers.values();
    }

    private void fold(Activity activity) {
        CustomerState customer =
                customers.computeIfAbsent(activity.customerId(), CustomerState::new);
        if (customer.episode().recentIds().add(activity.messageHash())) {
            customer.engagement()
                    .fold(activity, playbook.categoryOf(activity.name()), rules.fold());
        }
    }

    private Normalizer normalizer(SourceKind source) {
        return Normalizer.of(source, playbook.mapping(), playbook.currency(), WireLimits.DEFAULT);
    }
}
