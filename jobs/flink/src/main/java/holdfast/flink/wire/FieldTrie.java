package holdfast.flink.wire;

import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.TimeScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The dotted paths that are worth reading, as a tree over field names. */
final class FieldTrie {
    private final Map<String, FieldTrie> children = new HashMap<>();
    private final List<Target> targets = new ArrayList<>(1);

    /** The paths of a mapping. */
    static FieldTrie of(Mapping mapping) {
        FieldTrie root = new FieldTrie();
        root.addAll(Role.CUSTOMER, mapping.customer());
        root.addAll(Role.NAME, mapping.event());
        root.addAll(Role.TIME, mapping.time());
        root.addAll(Role.MESSAGE_ID, mapping.messageId());
        root.addAll(Role.AMOUNT, mapping.amount());
        root.addAll(Role.CURRENCY, mapping.currency());
        root.addAll(Role.REFERS_TO, mapping.refersTo());
        return root;
    }

    /** The fields of our own schema, by their names there. */
    static FieldTrie of(RecordKind kind) {
        FieldTrie root = new FieldTrie();
        for (Schema.Field field : kind.schema().getFields()) {
            Role role = Role.ofField(field.name());
            if (role != null) {
                root.add(List.of(field.name()), new Target(role, 0, 0));
            }
        }
        return root;
    }

    private void addAll(Role role, List<FieldPath> paths) {
        for (int rank = 0; rank < paths.size(); rank++) {
            FieldPath path = paths.get(rank);
            add(path.steps(), new Target(role, rank, millisDigits(path.scale())));
        }
    }

    private static int millisDigits(TimeScale scale) {
        return switch (scale) {
            case SECONDS -> 3;
            case MILLIS -> 0;
            case MICROS -> -3;
        };
    }

    /** Adds a path; {@code names} are the field names from the outermost to the innermost. */
    private void add(List<String> names, Target target) {
        if (names.isEmpty()) {
            targets.add(target);
            return;
        }
        children.computeIfAbsent(names.get(0), name -> new FieldTrie())
                .add(names.subList(1, names.size()), target);
    }

    @Nullable FieldTrie child(String name) {
        return children.get(name);
    }

    /** The names of all children. */
    Set<String> names() {
        return children.keySet();
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    /** Where a value that ends here goes; often one place, sometimes none. */
    List<Target> targets() {
        return targets;
    }
}
