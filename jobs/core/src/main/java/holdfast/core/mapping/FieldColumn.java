package holdfast.core.mapping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The values of one field, of the records that have it. Changed by the sample's builder alone. */
public final class FieldColumn {

    private final String path;
    private final List<Value> values = new ArrayList<>();
    private final BitSet presence = new BitSet();

    /**
     * One value.
     *
     * @param record number of its record in the sample
     */
    record Value(int record, FieldKind kind, String text) {}

    FieldColumn(String path) {
        this.path = path;
    }

    void add(int record, FieldKind kind, String text) {
        if (!presence.get(record)) {
            presence.set(record);
            values.add(new Value(record, kind, text));
        }
    }

    /** The dotted path. */
    public String path() {
        return path;
    }

    List<Value> values() {
        return values;
    }

    /** The records that have the field; not to be changed. */
    BitSet presence() {
        return presence;
    }

    /** Whether another field says the same in every record. */
    boolean sameAs(FieldColumn other) {
        if (!presence.equals(other.presence)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).text().equals(other.values.get(i).text())) {
                return false;
            }
        }
        return true;
    }
}
