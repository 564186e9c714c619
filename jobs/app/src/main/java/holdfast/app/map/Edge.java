package holdfast.app.map;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.core.episode.RecentIds;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.ValueKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.WireLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job's own edge makes of records under a mapping.
 *
 * <p>What would come late or be erased counts as scored: a sample knows neither clock nor orders.
 * Memory grows with the customers seen. Not thread-safe.
 */
final class Edge {

    private final Playbook playbook;
    private final Normalizer normalizer;
    private final FieldCoverage coverage;
    private final Map<Long, RecentIds> recent = new HashMap<>();
    private final Fates fates = new Fates();

    /**
     * An edge.
     *
     * @param mapping in place of the playbook's; categories and currency are the playbook's
     * @param schemas of records in a registry's frame
     */
    Edge(Mapping mapping, Playbook playbook, SchemaSource schemas) {
        this.playbook = playbook;
        this.coverage = new FieldCoverage(mapping);
        this.normalizer =
                Normalizer.of(
                        SourceKind.TRANSACTION,
                        mapping,
                        playbook.currency(),
                        WireLimits.DEFAULT,
                        schemas);
    }

    /** This edge after all of these. */
    Edge with(List<RawEvent> events) {
        events.forEach(this::add);
        return this;
    }

    void add(RawEvent event) {
        Arrival arrival = normalizer.arrival(event.origin(), event.value());
        String name = coverage.add(event.value());
        switch (arrival.kind()) {
            case ACTIVITY -> {
                activity(arrival.activity(), event.place());
                name = arrival.activity().name();
            }
            case UNIDENTIFIED -> fates.unidentified();
            case REJECTED -> fates.refused(arrival.reason(), event.place());
            case CONTROL, TICK -> throw new IllegalStateException("no topic of events has these");
        }
        if (!name.isEmpty()) {
            fates.named(name);
        }
    }

    private void activity(Activity activity, String place) {
        boolean refund = playbook.categoryOf(activity.name()).value() == ValueKind.REFUND;
        if (activity.amountMinor() < 0 && !refund) {
            fates.refused(RejectReason.NEGATIVE_AMOUNT, place);
            return;
        }
        RecentIds ids =
                recent.computeIfAbsent(
                        Hashes.hash64(activity.customerId()), key -> new RecentIds());
        if (ids.add(activity.messageHash())) {
            fates.scored();
        } else {
            fates.duplicate();
        }
    }

    Fates fates() {
        return fates;
    }

    FieldCoverage coverage() {
        return coverage;
    }
}
