package holdfast.app.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Every so-manieth of a stream whose length nobody knows: all as long as they are few, then evenly
 * spread over what has come. Keeps their order. Not thread-safe.
 */
final class Thinned<T> {

    private final int max;
    private List<T> kept = new ArrayList<>();
    private long step = 1;
    private long seen;

    /**
     * An empty one.
     *
     * @param max how many are kept at most; at least half as many are, if there are enough
     */
    Thinned(int max) {
        this.max = max;
    }

    void add(T next) {
        if (seen % step == 0) {
            if (kept.size() == max) {
                halve();
            }
            if (seen % step == 0) {
                kept.add(next);
            }
        }
        seen++;
    }

    /** What was kept. */
    List<T> kept() {
        return kept;
    }

    /** How many came. */
    long seen() {
        return seen;
    }

    private void halve() {
        List<T> half = new ArrayList<>(max);
        for (int i = 0; i < kept.size(); i += 2) {
            half.add(kept.get(i));
        }
        kept = half;
        step *= 2;
    }
}
