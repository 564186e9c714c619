package holdfast.core.quality;

import java.util.List;
import java.util.Locale;

/**
 * How good the prior and the score that served were on one group of rows.
 *
 * @param by what the group is one of
 * @param group its name: the tenure in horizons such as {@code 1-2}, the month in which the
 *     snapshot was taken such as {@code 2026-05}, or the decile of value from {@code 1} to {@code
 *     10}
 * @param judgements of the prior and of the score that served
 */
public record Split(By by, String group, List<Judgement> judgements) {

    /** By what rows are split. */
    public enum By {
        /** How long the customer has been one, in horizons. */
        TENURE,
        /** The month of the snapshot, in the playbook's zone. */
        SEASON,
        /** The tenth of the rows by the value expected; equal values share the lowest one. */
        VALUE;

        /** The name on the wire. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Split {
        judgements = List.copyOf(judgements);
    }
}
