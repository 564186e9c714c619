package holdfast.app.playbook;

/** A playbook for tests in which everything takes seconds. */
public final class SecondsPlaybook {

    /** Customers are quiet for four seconds before an alert opens. */
    public static final String TEXT =
            """
            playbook: seconds
            version: 1
            zone: UTC
            currency: EUR
            outcomes:
              1: {name: lapse, when: no-activity, of: [other], horizon: 40s, active-within: 30m}
            policies:
              1: {name: everyone, outcome: lapse, open-at: 0.60, close-at: 0.45, quiet-for: 4s}
            """;

    private SecondsPlaybook() {}
}
