package holdfast.core.alert;

import holdfast.core.playbook.RiskBand;
import java.util.List;

/**
 * One message about one alert: a fact with a name, which re-delivery repeats word for word.
 *
 * <p>The message id is {@link #messageId()}. Times are milliseconds since the epoch, UTC.
 * Immutable.
 *
 * @param alertId see {@link AlertId}
 * @param sequence 1 for the first message about the alert, then rising by one
 * @param occurredAtMillis the instant in event time at which what the status says became true
 * @param openedAtMillis the instant at which the alert opened
 * @param validUntilMillis the instant at which the alert expires by itself
 * @param openingList whether the customer was at risk already when the service started
 */
public record Alert(
        String alertId,
        int sequence,
        AlertStatus status,
        AlertTrigger trigger,
        String customerId,
        DecidedBy decidedBy,
        Risk risk,
        Worth worth,
        Silence silence,
        long occurredAtMillis,
        long openedAtMillis,
        long validUntilMillis,
        boolean openingList,
        ClosedBy closedBy,
        List<Reason> reasons) {

    public Alert {
        reasons = List.copyOf(reasons);
    }

    /** The name of this message: the alert's id, a dot, the sequence number. */
    public String messageId() {
        return alertId + "." + sequence;
    }

    /**
     * Which policy, outcome, playbook and model decided; model version {@code default} when none
     * was fitted.
     */
    public record DecidedBy(
            int policyId,
            String policy,
            String outcome,
            String playbook,
            int playbookVersion,
            String modelVersion) {}

    /**
     * The risk at {@code occurredAtMillis}.
     *
     * @param probability that the outcome happens within its horizon, in [0, 1]
     * @param threshold the line that the policy drew
     * @param probabilityIfActive what the probability would be if the customer were active now
     */
    public record Risk(
            double probability, double threshold, RiskBand band, double probabilityIfActive) {}

    /**
     * The silence that the alert is about.
     *
     * @param lastActivityMillis time of the last activity
     * @param silentMillis how long ago that was
     * @param usualGapMillis mean time between active days, 0 while unknown
     * @param activeDays distinct days with activity so far
     */
    public record Silence(
            long lastActivityMillis, long silentMillis, long usualGapMillis, int activeDays) {}
}
