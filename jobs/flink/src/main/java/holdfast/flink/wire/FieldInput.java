package holdfast.flink.wire;

import java.io.IOException;
import java.util.List;

/**
 * The record that is being read, and where its values go. Reused from record to record.
 *
 * <p>Steps are paid for: values may take no bytes, so that the length of a record alone would not
 * bound the time to read it.
 */
final class FieldInput {
    private static final long STEPS_PER_BYTE = 8;

    private final BoundedDecoder decoder = new BoundedDecoder();
    private RawFields into = new RawFields();
    private long stepsLeft;

    /**
     * Begins a record.
     *
     * @param stepsMin what even the shortest record may take
     */
    void reset(byte[] value, int from, int stepsMin, RawFields fields) {
        decoder.reset(value, from);
        into = fields;
        stepsLeft = stepsMin + STEPS_PER_BYTE * value.length;
    }

    BoundedDecoder decoder() {
        return decoder;
    }

    void pay(int steps) throws IOException {
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw new IOException("holds far more values than bytes");
        }
    }

    void text(List<Target> targets, String text) {
        for (int i = 0; i < targets.size(); i++) {
            if (into.wants(targets.get(i))) {
                into.text(targets.get(i), text);
            }
        }
    }

    void number(List<Target> targets, String digits) {
        for (int i = 0; i < targets.size(); i++) {
            if (into.wants(targets.get(i))) {
                into.number(targets.get(i), digits);
            }
        }
    }

    /** A number that is known to be in our units. */
    void whole(List<Target> targets, long value) {
        for (int i = 0; i < targets.size(); i++) {
            if (into.wants(targets.get(i))) {
                into.whole(targets.get(i), value);
            }
        }
    }

    /** An instant; where no time is asked for it is a number like any other. */
    void instant(List<Target> targets, long millis) {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (into.wants(target)) {
                if (target.role().isTime()) {
                    into.whole(target, millis);
                } else {
                    into.number(target, Long.toString(millis));
                }
            }
        }
    }

    void other(List<Target> targets) {
        for (int i = 0; i < targets.size(); i++) {
            if (into.wants(targets.get(i))) {
                into.other(targets.get(i));
            }
        }
    }
}
