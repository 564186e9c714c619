package holdfast.app.options;

import java.util.Locale;

/** Where a source begins when its group has read nothing yet. */
public enum StartingOffsets {
    EARLIEST,
    LATEST;

    /** The word that options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
