package holdfast.app.options;

import java.util.Locale;

/** How scores and alerts are written. */
public enum OutputFormat {
    JSON,
    AVRO;

    /** The word that options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
