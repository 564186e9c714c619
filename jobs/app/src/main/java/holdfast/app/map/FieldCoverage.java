package holdfast.app.map;

import holdfast.core.mapping.FieldRole;
import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In how many JSON records each field of a mapping is the one that counts. Not thread-safe. */
final class FieldCoverage {

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, List<Slot>> byPath = new HashMap<>();
    private final Map<FieldRole, Slot> best = new EnumMap<>(FieldRole.class);
    private String eventName = "";
    private long records;

    /** One path of a role. */
    static final class Slot {

        private final FieldRole role;
        private final String path;
        private final int rank;
        private long used;

        Slot(FieldRole role, String path, int rank) {
            this.role = role;
            this.path = path;
            this.rank = rank;
        }

        FieldRole role() {
            return role;
        }

        String path() {
            return path;
        }

        /** Records in which no path before it is present, and it is. */
        long used() {
            return used;
        }
    }

    FieldCoverage(Mapping mapping) {
        for (FieldRole role : FieldRole.values()) {
            List<FieldPath> paths = role.paths(mapping);
            for (int rank = 0; rank < paths.size(); rank++) {
                String path = String.join(".", paths.get(rank).steps());
                Slot slot = new Slot(role, path, rank);
                slots.add(slot);
                byPath.computeIfAbsent(path, key -> new ArrayList<>()).add(slot);
            }
        }
    }

    /** Looks into a record; answers the name of its event, empty if it has none. */
    String add(byte[] value) {
        if (value.length == 0 || value[0] != '{') {
            return "";
        }
        records++;
        eventName = "";
        best.clear();
        JsonFields.read(value, (path, kind, text) -> take(path, text));
        best.values().forEach(slot -> slot.used++);
        return eventName;
    }

    private void take(String path, String text) {
        for (Slot slot : byPath.getOrDefault(path, List.of())) {
            Slot before = best.get(slot.role);
            if (before == null || slot.rank < before.rank) {
                best.put(slot.role, slot);
                eventName = slot.role == FieldRole.EVENT ? text : eventName;
            }
        }
    }

    /** How many JSON records were looked into. */
    long records() {
        return records;
    }

    /** The paths by role, in the order in which they are asked. */
    Map<FieldRole, List<Slot>> byRole() {
        Map<FieldRole, List<Slot>> byRole = new LinkedHashMap<>();
        for (FieldRole role : FieldRole.values()) {
            byRole.put(role, slots.stream().filter(slot -> slot.role == role).toList());
        }
        return byRole;
    }

    /** Share of the records that have a field of the role. */
    double share(FieldRole role) {
        long used = slots.stream().filter(it -> it.role == role).mapToLong(Slot::used).sum();
        return records == 0 ? 0 : (double) used / records;
    }
}
