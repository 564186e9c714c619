package holdfast.app.backtest;

import holdfast.app.backtest.plot.Points;
import holdfast.core.activity.Activity;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.Rhythm;
import holdfast.core.engine.Rules;
import holdfast.core.score.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one customer through the log with the models in force, between the events too. */
final class RiskOverTime {

    private static final int STEPS = 160;

    private final Past past;
    private final Rules rules;
    private final List<Model> models;
    private final long fromMillis;
    private final Points risk = new Points();
    private boolean cancelled;
    private long lookedAtMillis;

    private RiskOverTime(Past past, List<Model> models, long fromMillis) {
        this.past = past;
        this.rules = Rules.of(past.playbook());
        this.models = models;
        this.fromMillis = fromMillis;
    }

    /**
     * The risk over milliseconds, from the first model to the end of the log; NaN while not scored.
     *
     * @param events the customer's events as places in the log
     * @param models in the order in which they took effect
     */
    static Points of(Past past, int[] events, String customerId, List<Model> models) {
        long fromMillis = models.get(0).effectiveFromMillis();
        RiskOverTime walk = new RiskOverTime(past, models, fromMillis);
        CustomerState state = new CustomerState(customerId);
        long stepMillis = Math.max(1, (past.endMillis() - fromMillis) / STEPS);
        long nextMillis = fromMillis;
        for (int event : events) {
            Activity activity = past.log().activity(event);
            for (; nextMillis < activity.timeMillis(); nextMillis += stepMillis) {
                walk.look(state, nextMillis);
            }
            boolean apart = activity.timeMillis() - walk.lookedAtMillis > stepMillis / 4;
            if (apart) {
                walk.look(state, activity.timeMillis() - 1);
            }
            walk.fold(state, activity);
            if (apart) {
                walk.look(state, activity.timeMillis());
            }
        }
        for (; nextMillis <= past.endMillis(); nextMillis += stepMillis) {
            walk.look(state, nextMillis);
        }
        return walk.risk;
    }

    private void fold(CustomerState state, Activity activity) {
        int category = past.playbook().categoryOf(activity.name()).id();
        cancelled |= past.outcome().isCancel(category);
        state.engagement()
                .fold(activity, past.playbook().categoryOf(activity.name()), rules.fold());
    }

    private void look(CustomerState state, long millis) {
        if (millis < fromMillis) {
            return;
        }
        lookedAtMillis = millis;
        risk.add((double) millis, risk(state, millis));
    }

    private double risk(CustomerState state, long millis) {
        @Nullable Rhythm rhythm = state.rhythmOf(past.outcome().id());
        boolean scored =
                rhythm != null
                        && !cancelled
                        && millis - rhythm.lastMillis() < past.outcome().activeWithinMillis();
        return scored
                ? modelAt(millis)
                        .scorerFor(past.outcome())
                        .probability(state, past.outcome(), millis)
                : Double.NaN;
    }

    private Model modelAt(long millis) {
        Model newest = models.get(0);
        for (Model model : models) {
            if (model.effectiveFromMillis() <= millis) {
                newest = model;
            }
        }
        return newest;
    }
}
