package holdfast.flink.wire;

import java.io.Serializable;

/** How alerts and scores are written. */
public interface Encoding extends Serializable {

    /** A new encoder, for one task. */
    Encoder encoder();
}
