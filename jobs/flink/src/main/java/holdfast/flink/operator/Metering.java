package holdfast.flink.operator;

import java.io.Serializable;
import java.util.List;

/**
 * By what the operators' metrics are told apart, and whether the wall clock means anything to them.
 *
 * @param topics every input topic; records of another are counted as of topic {@code other}
 * @param simulated whether the records' times are a simulation's, so that none is behind the wall
 *     clock: then there are neither lags nor delays
 */
public record Metering(List<String> topics, boolean simulated) implements Serializable {

    private static final long serialVersionUID = 1L;

    public Metering {
        topics = List.copyOf(topics);
    }

    /** Of the wall clock and no topic in particular. */
    public static Metering plain() {
        return new Metering(List.of(), false);
    }
}
