package holdfast.core.time;

/** What a version says about those after it. */
public enum Pin {
    /** Nothing: it takes over at its instant, unless a version before it is pinned. */
    NONE,
    /** It takes over at its instant and stays: later ones wait until one is pinned or released. */
    PINNED,
    /** It takes over at its instant, and later ones take over from it. */
    RELEASED
}
