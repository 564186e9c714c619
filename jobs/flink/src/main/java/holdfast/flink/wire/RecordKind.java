package holdfast.flink.wire;

import holdfast.core.activity.SourceKind;
import holdfast.schemas.v1.Control;
import holdfast.schemas.v1.CustomerEvent;
import holdfast.schemas.v1.CustomerProfile;
import holdfast.schemas.v1.RetentionOutcome;
import holdfast.schemas.v1.Tick;
import org.apache.avro.Schema;

/** The shapes of input records. */
enum RecordKind {
    EVENT,
    PROFILE,
    OUTCOME,
    CONTROL,
    TICK;

    static RecordKind of(SourceKind source) {
        return switch (source) {
            case CLICKSTREAM, TRANSACTION, SERVICE -> EVENT;
            case PROFILE -> PROFILE;
            case OUTCOME -> OUTCOME;
            case CONTROL -> CONTROL;
        };
    }

    /** The newest Avro schema of the shape. */
    Schema schema() {
        return switch (this) {
            case EVENT -> CustomerEvent.getClassSchema();
            case PROFILE -> CustomerProfile.getClassSchema();
            case OUTCOME -> RetentionOutcome.getClassSchema();
            case CONTROL -> Control.getClassSchema();
            case TICK -> Tick.getClassSchema();
        };
    }
}
