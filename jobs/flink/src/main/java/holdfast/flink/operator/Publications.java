package holdfast.flink.operator;

import holdfast.core.time.Timeline;
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
 * The accepted publications as broadcast state: of each kind the newest {@value
 * Timeline#VERSIONS_MAX} by the instant from which they hold, as a {@link Timeline} keeps them.
 */
final class Publications {

    /** By kind and instant; of two with the same the later one replaces the earlier. */
    static final MapStateDescriptor<String, Publication> STATE =
            new MapStateDescriptor<>("publications", Types.STRING, CodecTypes.PUBLICATION);

    private Publications() {}

    /** Adds a publication that holds from its {@code effectiveFromMillis} on. */
    static void keep(Publication publication, BroadcastState<String, Publication> state)
            throws Exception {
        String group = group(publication);
        state.put(group + "@" + publication.effectiveFromMillis(), publication);
        List<Publication> versions = new ArrayList<>();
        for (Map.Entry<String, Publication> entry : state.immutableEntries()) {
            if (group(entry.getValue()).equals(group)) {
                versions.add(entry.getValue());
            }
        }
        versions.sort(Comparator.comparingLong(Publication::effectiveFromMillis));
        for (int i = 0; i < versions.size() - Timeline.VERSIONS_MAX; i++) {
            state.remove(group + "@" + versions.get(i).effectiveFromMillis());
        }
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

    private static String group(Publication publication) {
        return switch (publication.kind()) {
            case PLAYBOOK -> "playbook";
            case MODEL -> "model";
            case POPULATION -> "population";
            case PAUSE, RESUME -> "pause";
        };
    }
}
