package holdfast.app.doctor;

import java.util.List;

/** Judges facts; asks nothing and knows no clock. */
interface Rules {

    List<Finding> findings();

    /** What was found wrong, or that all is well. */
    default List<Finding> summed(String check, List<Finding> wrong, String well) {
        return wrong.isEmpty() ? List.of(Finding.ok(check, well)) : wrong;
    }
}
