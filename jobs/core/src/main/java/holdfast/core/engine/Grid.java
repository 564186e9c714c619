package holdfast.core.engine;

import holdfast.core.bytes.Hashes;

/**
 * The instants at which a customer is looked at although nothing happened: an eighth of the horizon
 * apart, with a phase of the customer's own, so that customers spread evenly.
 */
final class Grid {

    private Grid() {}

    /** The customer's first grid point after the moment. */
    static long nextAfter(Moment moment) {
        long stepMillis = moment.rules().gridStepMillis();
        long phaseMillis = Math.floorMod(Hashes.hash64(moment.customer().customerId()), stepMillis);
        long steps = Math.floorDiv(moment.atMillis() - phaseMillis, stepMillis) + 1;
        return phaseMillis + steps * stepMillis;
    }
}
