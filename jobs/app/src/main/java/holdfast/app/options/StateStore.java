package holdfast.app.options;

import java.util.Locale;

/** Where customers' state is kept. */
public enum StateStore {
    ROCKSDB,
    HEAP;

    /** The word that options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
