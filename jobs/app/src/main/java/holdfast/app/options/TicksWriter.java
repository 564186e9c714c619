package holdfast.app.options;

import java.util.Locale;

/** Who writes the ticks that move time when nothing else happens. */
public enum TicksWriter {
    JOB,
    EXTERNAL;

    /** The word that options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
