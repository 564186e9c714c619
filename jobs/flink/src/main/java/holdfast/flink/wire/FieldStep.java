package holdfast.flink.wire;

import java.io.IOException;

/** Reads one value of a writer's schema, and keeps it where it is wanted. */
@FunctionalInterface
interface FieldStep {
    void read(FieldInput in) throws IOException;
}
