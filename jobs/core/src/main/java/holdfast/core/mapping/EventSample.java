package holdfast.core.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some records of a source, taken apart into fields. Immutable.
 *
 * <p>Holds at most {@value #FIELDS_MAX} fields, and {@value #TEXT_CHARS_MAX} characters of a value.
 */
public final class EventSample {

    /** Fields beyond these are left out and counted. */
    public static final int FIELDS_MAX = 500;

    /** Longer values are cut. */
    public static final int TEXT_CHARS_MAX = 256;

    private final int[] lanes;
    private final List<FieldColumn> columns;
    private final int fieldsLeftOut;

    private EventSample(int[] lanes, List<FieldColumn> columns, int fieldsLeftOut) {
        this.lanes = lanes;
        this.columns = columns;
        this.fieldsLeftOut = fieldsLeftOut;
    }

    /** How many records there are. */
    public int records() {
        return lanes.length;
    }

    /** Where a record stands in order with others, such as its partition. */
    int lane(int record) {
        return lanes[record];
    }

    /** The fields in the order of first appearance. */
    public List<FieldColumn> columns() {
        return columns;
    }

    /** How many values were left out because there were too many fields. */
    public int fieldsLeftOut() {
        return fieldsLeftOut;
    }

    /** The field of this dotted path, if any record has it. */
    Optional<FieldColumn> column(String path) {
        return columns.stream().filter(column -> column.path().equals(path)).findFirst();
    }

    /** Collects records one by one. Not thread-safe. */
    public static final class Builder {

        private final Map<String, FieldColumn> columns = new LinkedHashMap<>();
        private final List<Integer> lanes = new ArrayList<>();
        private int leftOut;

        /** Begins a record; of one lane records come in their order. */
        public void next(int lane) {
            lanes.add(lane);
        }

        /** Adds a field to the record begun last; of one path the first value counts. */
        public void put(String path, FieldKind kind, String text) {
            FieldColumn column = columns.get(path);
            if (column == null) {
                if (columns.size() == FIELDS_MAX) {
                    leftOut++;
                    return;
                }
                column = new FieldColumn(path);
                columns.put(path, column);
            }
            String kept =
                    text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
            column.add(lanes.size() - 1, kind, kept);
        }

        public EventSample build() {
            int[] ordered = lanes.stream().mapToInt(Integer::intValue).toArray();
            return new EventSample(ordered, List.copyOf(columns.values()), leftOut);
        }
    }
}
