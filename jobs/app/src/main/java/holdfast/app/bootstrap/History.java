package holdfast.app.bootstrap;

import java.io.Serializable;

/**
 * What is taken in before the service goes live.
 *
 * @param model what was learned from it, as it is published
 * @param population figures of the customers, as they are published
 */
record History(PastFile past, String model, String population, long liveFromMillis)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How many publications come before the events. */
    static final int PUBLICATIONS = 2;

    /** How many records a reader makes of it: publications, events and the tick at the end. */
    long records() {
        return PUBLICATIONS + past.events() + 1L;
    }
}
