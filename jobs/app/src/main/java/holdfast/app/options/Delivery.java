package holdfast.app.options;

import java.util.Locale;

/** What a restart may do to the output. */
public enum Delivery {
    AT_LEAST_ONCE,
    EXACTLY_ONCE;

    /** The word that options use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
