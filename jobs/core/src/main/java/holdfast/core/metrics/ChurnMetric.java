package holdfast.core.metrics;

import static holdfast.core.metrics.MetricLabel.COMMIT;
import static holdfast.core.metrics.MetricLabel.FAMILY;
import static holdfast.core.metrics.MetricLabel.FATE;
import static holdfast.core.metrics.MetricLabel.HOLD_REASON;
import static holdfast.core.metrics.MetricLabel.KIND;
import static holdfast.core.metrics.MetricLabel.LESSON;
import static holdfast.core.metrics.MetricLabel.OPINION;
import static holdfast.core.metrics.MetricLabel.OUTCOME;
import static holdfast.core.metrics.MetricLabel.PLAYBOOK;
import static holdfast.core.metrics.MetricLabel.POLICY;
import static holdfast.core.metrics.MetricLabel.REJECT_REASON;
import static holdfast.core.metrics.MetricLabel.RESULT;
import static holdfast.core.metrics.MetricLabel.ROWS;
import static holdfast.core.metrics.MetricLabel.STATUS;
import static holdfast.core.metrics.MetricLabel.TOPIC;
import static holdfast.core.metrics.MetricLabel.TRIGGER;
import static holdfast.core.metrics.MetricLabel.VERSION;

import java.util.List;
import java.util.Optional;

/**
 * Every metric of the job: its name, what it is, its labels and what it means.
 *
 * <p>Operators register under these names and no others; the reporter serves these and no others.
 * Each series bears the labels {@link MetricLabel#OPERATOR} and {@link MetricLabel#SUBTASK} too.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists cannot be changed.
public enum ChurnMetric {
    EVENTS(
            "churn_events_total",
            Type.COUNTER,
            List.of(TOPIC, FATE),
            "Input records by what became of them, since the task started."),
    ACCOUNTED_EVENTS(
            "churn_accounted_events",
            Type.GAUGE,
            List.of(TOPIC, FATE),
            "The same since the first start, kept in checkpoints: exact whatever was restarted."
                    + " It steps back with a restart, so it is none to take a rate of."),
    DEAD_LETTERS(
            "churn_dead_letters_total",
            Type.COUNTER,
            List.of(TOPIC, REJECT_REASON),
            "Input records that were refused, by reason."),
    ALERTS(
            "churn_alerts_total",
            Type.COUNTER,
            List.of(POLICY, STATUS, TRIGGER),
            "Alert messages sent."),
    HELD_ALERTS(
            "churn_held_alerts_total",
            Type.COUNTER,
            List.of(POLICY, HOLD_REASON),
            "Alerts that were due and did not open."),
    SCORES("churn_scores_total", Type.COUNTER, List.of(), "Scores written to the score topic."),
    FORGOTTEN_CUSTOMERS(
            "churn_forgotten_customers_total",
            Type.COUNTER,
            List.of(),
            "Customers long gone, or erased, of whom nothing is left."),
    PUBLICATIONS(
            "churn_publications_total",
            Type.COUNTER,
            List.of(KIND, RESULT),
            "What was published for the job to decide by. Told by the first task alone."),
    EVENT_DELAY(
            "churn_event_delay_seconds",
            Type.HISTOGRAM,
            List.of(),
            "From an event's Kafka timestamp until its score was decided. Empty under a simulated"
                    + " clock."),
    ALERT_DELAY(
            "churn_alert_delay_seconds",
            Type.HISTOGRAM,
            List.of(TRIGGER),
            "From the instant at which an alert message was due (or its event happened) until it"
                    + " was decided. Empty under a simulated clock."),
    WATERMARK_LAG(
            "churn_watermark_lag_seconds",
            Type.GAUGE,
            List.of(),
            "Wall clock less the time up to which the task has decided. Grows while nothing comes."
                    + " Absent under a simulated clock."),
    TICK_LAG(
            "churn_tick_lag_seconds",
            Type.GAUGE,
            List.of(),
            "Wall clock less the newest tick. Grows while none comes. Absent under a simulated"
                    + " clock."),
    PENDING_WAKEUPS(
            "churn_pending_wakeups",
            Type.GAUGE,
            List.of(),
            "Customers who have asked to be woken, at one instant each."),
    CUSTOMERS("churn_customers", Type.GAUGE, List.of(), "Customers with state."),
    STATE_BYTES(
            "churn_state_bytes",
            Type.GAUGE,
            List.of(),
            "The customers' states as they are serialized, before the store compresses them."),
    MODEL_INFO(
            "churn_model_info",
            Type.INFO,
            List.of(OUTCOME, VERSION),
            "The model in force for each outcome; `default` if none was fitted. Told by the first"
                    + " task alone."),
    MODEL_AGE(
            "churn_model_age_seconds",
            Type.GAUGE,
            List.of(),
            "The time up to which was decided less the instant from which the model in force counts;"
                    + " 0 while none was published. Told by the first task alone."),
    MODEL_PINNED(
            "churn_model_pinned_seconds",
            Type.GAUGE,
            List.of(),
            "For how long the model in force has been pinned, by the time up to which was decided; 0"
                    + " while none is. Told by the first task alone."),
    MODELS_WAITING(
            "churn_models_waiting",
            Type.GAUGE,
            List.of(),
            "Models that would count by now and wait for the pinned one to be released; the newest 8"
                    + " are kept. Told by the first task alone."),
    PLAYBOOK_INFO(
            "churn_playbook_info",
            Type.INFO,
            List.of(PLAYBOOK, VERSION),
            "The playbook in force. Told by the first task alone."),
    LEARNING_RECORDS(
            "churn_learning_records_total",
            Type.COUNTER,
            List.of(RESULT),
            "Training records taken in; refused are those that this build cannot read."),
    LEARNING_LESSONS(
            "churn_learning_lessons_total",
            Type.COUNTER,
            List.of(OUTCOME, LESSON),
            "Lessons given: a score was learned, or the prior alone."),
    LEARNING_INTERVAL(
            "churn_learning_lesson_interval_seconds",
            Type.GAUGE,
            List.of(OUTCOME),
            "Time between two lessons: a quarter of the outcome's horizon."),
    LEARNING_MODELS(
            "churn_learning_models_total",
            Type.COUNTER,
            List.of(RESULT),
            "Models learned: published, or refused by the check that the scoring job makes."),
    LEARNING_MODELS_DUE(
            "churn_learning_models_due",
            Type.GAUGE,
            List.of(),
            "Models published since the task started that counted already when the newest lesson was"
                    + " given: the scoring job is to have taken them."),
    LEARNING_REFUSED_IN_A_ROW(
            "churn_learning_models_refused_in_a_row",
            Type.GAUGE,
            List.of(),
            "Models refused since the newest that was published, or since the task started."),
    LEARNING_SNAPSHOTS(
            "churn_learning_snapshots",
            Type.GAUGE,
            List.of(OUTCOME),
            "Snapshots of customers that the newest lesson had to learn from."),
    LEARNING_CUSTOMERS(
            "churn_learning_customers",
            Type.GAUGE,
            List.of(OUTCOME),
            "Customers whose histories the prior was fitted to."),
    LEARNING_SHARE(
            "churn_learning_share",
            Type.GAUGE,
            List.of(OUTCOME),
            "The share of all customers told of that these are: halved whenever there are too many."),
    BUILD_INFO(
            "churn_build_info",
            Type.INFO,
            List.of(VERSION, COMMIT),
            "What this job was built from. Told by the first task alone."),
    LEARNING_LOG_LOSS(
            "churn_learning_log_loss",
            Type.GAUGE,
            List.of(OUTCOME, OPINION),
            "Mean of -ln of the probability given to what came true, over snapshots that matured"
                    + " within the last horizon. Less is better."),
    LEARNING_CALIBRATION_ERROR(
            "churn_learning_calibration_error",
            Type.GAUGE,
            List.of(OUTCOME, OPINION),
            "Mean gap between predicted and observed shares, over the same snapshots."),
    LEARNING_CALIBRATION_ERROR_BY_CHANCE(
            "churn_learning_calibration_error_by_chance",
            Type.GAUGE,
            List.of(OUTCOME, OPINION),
            "What perfect probabilities would show of that on so many customers."),
    LEARNING_OPINION_SHARE(
            "churn_learning_opinion_share",
            Type.GAUGE,
            List.of(OUTCOME, OPINION),
            "How much each opinion counts in the score that was learned last; 1 in all."),
    LEARNING_DRIFT(
            "churn_learning_drift",
            Type.GAUGE,
            List.of(OUTCOME, FAMILY),
            "Population stability index of the feature that moved furthest: snapshots of the newest"
                    + " horizon against those that there was something to learn of."),
    LEARNING_DRIFT_BY_CHANCE(
            "churn_learning_drift_by_chance",
            Type.GAUGE,
            List.of(OUTCOME),
            "The mean index of a feature that has not moved, on so many customers."),
    LEARNING_PAST_RHYTHM(
            "churn_learning_past_rhythm_share",
            Type.GAUGE,
            List.of(OUTCOME),
            "Customers who are silent for more than twice their usual gap, as a share."),
    LEARNING_ROWS(
            "churn_learning_rows",
            Type.GAUGE,
            List.of(OUTCOME, ROWS),
            "Snapshots kept to learn from, by what is known of them.");

    /** With what the names of the metrics of the learning job begin; all others are scoring's. */
    public static final String LEARNING_PREFIX = "churn_learning_";

    /** With what the name of every metric begins. */
    public static final String PREFIX = "churn_";

    /** What a metric is to Prometheus. */
    public enum Type {
        /** Only grows, but for starting again from 0; its name ends in {@code _total}. */
        COUNTER,
        GAUGE,
        /** Buckets with cumulative counts, a sum and a count: {@link DelayBuckets}. */
        HISTOGRAM,
        /** A gauge that is 1; what it says is in its labels. */
        INFO
    }

    private final String metricName;
    private final Type type;
    private final List<MetricLabel> labels;
    private final String help;

    ChurnMetric(String metricName, Type type, List<MetricLabel> labels, String help) {
        this.metricName = metricName;
        this.type = type;
        this.labels = labels;
        this.help = help;
    }

    /** Its name, as queries write it; of a histogram without {@code _bucket} and the like. */
    public String metricName() {
        return metricName;
    }

    public Type type() {
        return type;
    }

    /** What its series are told apart by, besides operator and subtask. */
    public List<MetricLabel> labels() {
        return labels;
    }

    /**
     * Whether the learning job tells it and not the scoring job. What it counts is there from its
     * start, what a lesson reports from the first lesson since.
     */
    public boolean isOfLearning() {
        return metricName.startsWith(LEARNING_PREFIX);
    }

    /** What it means, in a sentence or two. */
    public String help() {
        return help;
    }

    /** {@code seconds}, {@code bytes}, or empty for a plain number. */
    public String unit() {
        if (metricName.endsWith("_seconds")) {
            return "seconds";
        }
        return metricName.endsWith("_bytes") ? "bytes" : "";
    }

    /** The metric of a name. */
    public static Optional<ChurnMetric> named(String name) {
        for (ChurnMetric metric : values()) {
            if (metric.metricName.equals(name)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
