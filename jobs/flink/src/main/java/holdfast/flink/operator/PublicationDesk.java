package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.engine.Guidance;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.flink.wire.Publication;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in publications and keeps the accepted ones in broadcast state, from which the guidance is
 * made anew after a restore. Not thread-safe, but for what its metrics read.
 */
final class PublicationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationDesk.class);

    private final TaskGuidance guidance;
    private final BroadcastState<String, Publication> kept;
    private final Map<String, Counter> accepted = new HashMap<>();
    private final Map<String, Counter> refused = new HashMap<>();

    /** Begins with the guidance of a start, and what was published since the first one. */
    PublicationDesk(TaskGuidance guidance, BroadcastState<String, Publication> kept)
            throws Exception {
        this.guidance = guidance;
        this.kept = kept;
        for (Publication.Kind kind : Publication.Kind.values()) {
            accepted.put(Publications.group(kind), new SimpleCounter());
            refused.put(Publications.group(kind), new SimpleCounter());
        }
        for (Publication publication : Publications.kept(kept)) {
            try {
                guidance.accept(publication);
            } catch (RefusedException refusal) {
                LOG.warn("no longer accepted: {}: {}", publication, refusal.detail());
            }
        }
    }

    /** Shows what is published, and what is in force at the time reached. */
    void register(MetricGroup metrics, LongSupplier reachedMillis) {
        for (String kind : MetricLabel.KIND.words()) {
            MetricGroup ofKind = metrics.addGroup(MetricLabel.KIND.key(), kind);
            register(ofKind, "accepted", accepted.get(kind));
            register(ofKind, "refused", refused.get(kind));
        }
        new InForce(guidance::current, reachedMillis).register(metrics);
    }

    /** What decisions are made by. */
    Guidance guidance() {
        return guidance.current();
    }

    /** Takes a publication in; what is wrong with it, or null if it is accepted. */
    @Nullable RefusedException take(Publication publication) throws Exception {
        try {
            long fromMillis = guidance.accept(publication);
            Publications.keep(publication.effectiveFrom(fromMillis), kept);
            requireNonNull(accepted.get(Publications.group(publication.kind()))).inc();
            LOG.info("accepted {}", publication);
            return null;
        } catch (RefusedException refusal) {
            requireNonNull(refused.get(Publications.group(publication.kind()))).inc();
            // The detail may quote what was published: the dead letter says it, the log does not.
            LOG.warn("refused {}: {}", publication, refusal.reason());
            return refusal;
        }
    }

    /** Whether it is an order for everybody, which cannot be refused. */
    boolean isOrder(Publication publication) {
        return switch (publication.kind()) {
            case PLAYBOOK, MODEL, PINNED_MODEL, RELEASED_MODEL, POPULATION -> false;
            case PAUSE, RESUME -> true;
        };
    }

    private static void register(MetricGroup ofKind, String result, @Nullable Counter counter) {
        ofKind.addGroup(MetricLabel.RESULT.key(), result)
                .counter(ChurnMetric.PUBLICATIONS.metricName(), requireNonNull(counter));
    }
}
