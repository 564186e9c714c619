package holdfast.flink.operator;

import holdfast.core.time.Succession;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Publication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The accepted publications as broadcast state: of each kind those that a {@link Succession} keeps,
 * at most twice {@value Succession#VERSIONS_MAX}.
 */
final class Publications {

    /** By kind and instant. */
    static final MapStateDescriptor<String, Publication> STATE =
            new MapStateDescriptor<>("publications", Types.STRING, CodecTypes.PUBLICATION);

    private Publications() {}

    /** Adds a publication that holds from its {@code effectiveFromMillis} on. */
    static void keep(Publication publication, BroadcastState<String, Publication> state)
            throws Exception {
        String group = group(publication.kind());
        List<Publication> before = kept(state);
        before.removeIf(other -> !group(other.kind()).equals(group));
        for (Publication other : before) {
            state.remove(key(other));
        }
        before.add(publication);
        Succession<Publication> succession = Succession.of(version(before.get(0)));
        for (Publication next : before) {
            succession = succession.with(version(next));
        }
        for (Succession.Version<Publication> version : succession.inForceVersions()) {
            state.put(key(version.value()), version.value());
        }
        for (Succession.Version<Publication> version : succession.waitingVersions()) {
            state.put(key(version.value()), version.value());
        }
    }

    private static Succession.Version<Publication> version(Publication publication) {
        return new Succession.Version<>(
                publication.effectiveFromMillis(), publication.kind().pin(), publication);
    }

    private static String key(Publication publication) {
        return group(publication.kind()) + "@" + publication.effectiveFromMillis();
    }

    /** All that are kept, in the order of their instants. */
    static List<Publication> kept(ReadOnlyBroadcastState<String, Publication> state)
            throws Exception {
        List<Publication> kept = new ArrayList<>();
        for (Map.Entry<String, Publication> entry : state.immutableEntries()) {
            kept.add(entry.getValue());
        }
        kept.sort(Comparator.comparingLong(Publication::effectiveFromMillis));
        return kept;
    }

    /** What replaces each other: in state, and as metrics count it. */
    static String group(Publication.Kind kind) {
        return switch (kind) {
            case PLAYBOOK -> "playbook";
            case MODEL, PINNED_MODEL, RELEASED_MODEL -> "model";
            case POPULATION -> "population";
            case PAUSE, RESUME -> "pause";
        };
    }
}
