package holdfast.core.engine;

/**
 * The instants at which a customer is looked at although nothing happened: an eighth of the horizon
 * apart, with a phase of the customer's own, so that customers spread evenly.
 */
final class Grid {

    private Grid() {}

    /** The customer's first grid point after the moment. */
    static long nextAfter(Moment moment) {
        long stepMillis = moment.rules().gridStepMillis();
        return phaseMillis(moment, stepMillis) + (index(moment) + 1) * stepMillis;
    }

    /** The number of the customer's last grid point up to the moment. */
    static long index(Moment moment) {
        long stepMillis = moment.rules().gridStepMillis();
        return Math.floorDiv(moment.atMillis() - phaseMillis(moment, stepMillis), stepMillis);
    }

    /** Whether a grid point of the customer lies after an instant and up to the moment. */
    static boolean hasPointSince(long sinceMillis, Moment moment) {
        long stepMillis = moment.rules().gridStepMillis();
        long phaseMillis = phaseMillis(moment, stepMillis);
        return Math.floorDiv(moment.atMillis() - phaseMillis, stepMillis)
                > Math.floorDiv(sinceMillis - phaseMillis, stepMillis);
    }

    /** Whether the moment is one of the customer's grid points. */
    static boolean isPoint(Moment moment) {
        long stepMillis = moment.rules().gridStepMillis();
        return Math.floorMod(moment.atMillis(), stepMillis) == phaseMillis(moment, stepMillis);
    }

    private static long phaseMillis(Moment moment, long stepMillis) {
        return Math.floorMod(moment.customer().idHash(), stepMillis);
    }
}
