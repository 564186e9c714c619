package holdfast.core.learning;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the learned score has kept its word well enough to go on serving.
 *
 * <p>It serves while what it said when it served has not cost more, by what has matured of it, than
 * the prior would have by ln(1/w), w being the prior's first share in the panel. So over the rows
 * that are remembered, some ten horizons, the log-loss of what serves is above the prior's by at
 * most ln(1/w)/n, n being the number of independent rows; beyond that by what was said before its
 * cost was known, which is one horizon and one lesson's step at the end of which the prior takes
 * over. While the prior serves nothing is lost against it, and once the bad rows are forgotten the
 * learned score has another chance.
 */
final class Proof {

    /** As many as the rows of one horizon count for, since they see the same season. */
    static final double ROWS_A_HORIZON = 50;

    private final Question question;
    private final Map<Long, Tally> byHorizon = new TreeMap<>();

    private Proof(Question question) {
        this.question = question;
    }

    private static final class Tally {
        private double excess;
        private double rows;
    }

    /** Whether the learned score may serve from now on. */
    static boolean holds(Now now) {
        return excess(now) <= -Math.log(Panel.firstShareOfThePrior());
    }

    /**
     * By how much more than the prior's the log-loss of what served has added up, over independent
     * rows.
     */
    static double excess(Now now) {
        Proof proof = new Proof(now.question());
        TrainingRows rows = now.rows();
        for (int row = 0; row < rows.size(); row++) {
            if (now.question().isMature(rows, row, now.millis())
                    && rows.weight(row) > 0
                    && !Float.isNaN(rows.opinion(row, Panel.SERVED))) {
                proof.add(rows, row);
            }
        }
        double excess = 0;
        for (Tally tally : proof.byHorizon.values()) {
            excess += tally.excess * Math.min(1, ROWS_A_HORIZON / tally.rows);
        }
        return excess;
    }

    private void add(TrainingRows rows, int row) {
        double label = question.label(rows, row);
        long horizon = Math.floorDiv(rows.timeMillis(row), question.horizonMillis());
        Tally tally = byHorizon.computeIfAbsent(horizon, any -> new Tally());
        double excess =
                Logit.loss(rows.opinion(row, Panel.SERVED), label)
                        - Logit.loss(rows.opinion(row, Panel.PRIOR), label);
        tally.excess += rows.weight(row) * excess;
        tally.rows += rows.weight(row);
    }
}
