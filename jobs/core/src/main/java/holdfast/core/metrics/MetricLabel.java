package holdfast.core.metrics;

import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.features.FeatureFamily;
import holdfast.core.quality.Opinion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By what the series of a metric are told apart.
 *
 * <p>Never by anything that grows with the number of customers or of events: a label has either a
 * fixed set of words, or as many values as the deployment has topics, tasks, policies or outcomes.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists cannot be changed.
public enum MetricLabel {
    TOPIC("topic", "the input topics of the job, and `other`"),
    FATE("fate", Arrays.stream(Fate.values()).map(Fate::label).toList()),
    REJECT_REASON("reason", Arrays.stream(RejectReason.values()).map(RejectReason::label).toList()),
    HOLD_REASON("reason", words(HoldReason.values())),
    POLICY("policy", "the playbook's policies by name (at most 32 in one task, then `other`)"),
    STATUS("status", words(AlertStatus.values())),
    TRIGGER("trigger", words(AlertTrigger.values())),
    KIND("kind", List.of("model", "playbook", "population")),
    RESULT("result", List.of("accepted", "refused")),
    LESSON("lesson", List.of("learned", "prior")),
    OUTCOME("outcome", "the playbook's outcomes by name (at most 8)"),
    OPINION("opinion", Arrays.stream(Opinion.values()).map(Opinion::label).toList()),
    FAMILY("family", words(FeatureFamily.values())),
    ROWS("rows", List.of("open", "matured", "treated", "special")),
    PLAYBOOK("playbook", "the name of the playbook in force"),
    VERSION("version", "the one in force"),
    COMMIT("commit", "of the source, `unknown` when it was built outside a repository"),
    /** On every series: a restored count must not look like that of another task set back. */
    SUBTASK("subtask", "the parallel tasks of the operator, from 0"),
    /** On every series. */
    OPERATOR("operator", List.of("Check arrivals", "Score churn", "Name ticks", "Learn"));

    /** Where a value stands that is none of those expected. */
    public static final String OTHER = "other";

    private final String key;
    private final String bound;
    private final List<String> words;

    MetricLabel(String key, String bound) {
        this.key = key;
        this.bound = bound;
        this.words = List.of();
    }

    MetricLabel(String key, List<String> words) {
        this.key = key;
        this.bound = "";
        this.words = words;
    }

    /** The label's name, as queries write it. */
    public String key() {
        return key;
    }

    /** Every value that it can have; empty if that depends on the deployment. */
    public List<String> words() {
        return words;
    }

    /** What bounds its values where no list of words does; empty otherwise. */
    public String bound() {
        return bound;
    }

    /** How a constant is written as a label's value. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(MetricLabel::word).toList();
    }
}
