package holdfast.core.features;

/** What a feature is about: reasons are grouped by it. */
public enum FeatureFamily {
    /** What is typical of customers with this history. */
    TYPICAL,
    /** How long the customer has been silent. */
    SILENCE,
    /** How often the customer used to come. */
    HABIT,
    /** What has changed of late. */
    CHANGE,
    /** What the customer pays. */
    MONEY
}
