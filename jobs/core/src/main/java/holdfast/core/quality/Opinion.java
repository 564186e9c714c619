package holdfast.core.quality;

import java.util.Locale;

/** Whose opinion of the risk is judged, in the order in which opinions are kept. */
public enum Opinion {
    /** What is typical of such a history, learned without labels. */
    PRIOR(0, "what is typical of such a history"),
    /** Learned from whole horizons. */
    HORIZON(1, "who left over whole horizons"),
    /** Learned from the slices of a horizon. */
    HAZARD(2, "who returned, slice by slice"),
    /** The same with a level that follows the newest slices. */
    QUICK_HAZARD(3, "the same, following the newest level"),
    /** The score that was in force. */
    SERVED(4, "the score that served");

    private final int position;
    private final String words;

    Opinion(int position, String words) {
        this.position = position;
        this.words = words;
    }

    /** Where it stands among the opinions of a row. */
    public int position() {
        return position;
    }

    /** The name on the wire and in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it goes by, in a few words. */
    public String words() {
        return words;
    }
}
