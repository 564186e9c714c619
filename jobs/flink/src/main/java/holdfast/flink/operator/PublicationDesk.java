package holdfast.flink.operator;

import holdfast.core.engine.Guidance;
import holdfast.flink.wire.Publication;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in publications and keeps the accepted ones in broadcast state, from which the guidance is
 * made anew after a restore. Not thread-safe.
 */
final class PublicationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationDesk.class);

    private final TaskGuidance guidance;
    private final Counter accepted;
    private final Counter refused;
    private boolean restored;

    PublicationDesk(TaskGuidance guidance, MetricGroup metrics) {
        this.guidance = guidance;
        accepted = metrics.counter("churn_accepted_publications_total");
        refused = metrics.counter("churn_refused_publications_total");
    }

    /**
     * What decisions are made by; Flink shows broadcast state only while it hands over a record.
     */
    Guidance guidance(ReadOnlyBroadcastState<String, Publication> state) throws Exception {
        if (!restored) {
            restore(state);
        }
        return guidance.current();
    }

    /** Takes a publication in; what is wrong with it, or null if it is accepted. */
    @Nullable RefusedException take(
            Publication publication, BroadcastState<String, Publication> state) throws Exception {
        if (!restored) {
            restore(state);
        }
        try {
            long fromMillis = guidance.accept(publication);
            Publications.keep(publication.effectiveFrom(fromMillis), state);
            accepted.inc();
            LOG.info("accepted {}", publication);
            return null;
        } catch (RefusedException refusal) {
            refused.inc();
            LOG.warn("refused {}: {}", publication, refusal.detail());
            return refusal;
        }
    }

    /** Whether it is an order for everybody, which cannot be refused. */
    boolean isOrder(Publication publication) {
        return switch (publication.kind()) {
            case PLAYBOOK, MODEL, POPULATION -> false;
            case PAUSE, RESUME -> true;
        };
    }

    private void restore(ReadOnlyBroadcastState<String, Publication> state) throws Exception {
        restored = true;
        for (Publication kept : Publications.kept(state)) {
            try {
                guidance.accept(kept);
            } catch (RefusedException refusal) {
                LOG.warn("no longer accepted: {}: {}", kept, refusal.detail());
            }
        }
    }
}
