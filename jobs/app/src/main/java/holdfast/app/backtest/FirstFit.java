package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.Rules;
import holdfast.core.playbook.Outcome;
import holdfast.core.population.LogBuckets;
import holdfast.core.population.Population;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ExpectedValue;
import holdfast.core.score.ModelText;
import holdfast.core.score.OutcomeModel;
import java.util.Map;
import java.util.TreeMap;

/**
 * A first model and first population figures from a whole log, as of its last event.
 *
 * @param model the prior of each outcome of the playbook
 * @param population what the customers are worth that are still active
 */
record FirstFit(ModelText model, Population population) {

    private static final double WEEK_MILLIS = 7 * 86_400_000.0;

    /**
     * Fits.
     *
     * @param version the model's name
     * @param effectiveFromMillis from when decisions are to use what was fitted
     */
    static FirstFit of(Past past, String version, long effectiveFromMillis) {
        Map<Integer, OutcomeModel> outcomes = new TreeMap<>();
        for (Outcome outcome : past.playbook().outcomes()) {
            outcomes.put(outcome.id(), OutcomeModel.of(fit(past, outcome)));
        }
        return new FirstFit(
                ModelText.of(version, effectiveFromMillis, outcomes),
                new Population(1, effectiveFromMillis, past.playbook().currency(), values(past)));
    }

    private static BgNbdFit.Fit fit(Past past, Outcome outcome) {
        Past forOutcome = Past.of(past.log(), past.playbook(), outcome);
        ActiveDays days = new ActiveDays(forOutcome, Rules.of(past.playbook()).fold().days());
        return BgNbdFit.fit(days.upTo(past.endMillis()), outcome.horizonMillis() / WEEK_MILLIS);
    }

    private static LogBuckets values(Past past) {
        Rules rules = Rules.of(past.playbook());
        CustomerState[] states = folded(past, rules);
        Cutoff end = new Cutoff("end", past.endMillis());
        Cohort active =
                Cohort.at(end, past.log(), past.roles(), past.outcome(), past.fractionDigits());
        LogBuckets.Builder values = LogBuckets.builder();
        for (int row = 0; row < active.size(); row++) {
            values.add(
                    ExpectedValue.minor(
                            states[active.customer(row)],
                            rules.fold().halfLives(),
                            past.outcome().horizonMillis(),
                            past.endMillis()));
        }
        return values.build();
    }

    private static CustomerState[] folded(Past past, Rules rules) {
        EventLog log = past.log();
        CustomerState[] states = new CustomerState[log.customerIds().size()];
        for (int customer = 0; customer < states.length; customer++) {
            states[customer] = new CustomerState(log.customerIds().get(customer));
        }
        for (int event = 0; event < log.size(); event++) {
            states[log.customer(event)]
                    .engagement()
                    .fold(
                            log.activity(event),
                            past.playbook().categoryOf(log.eventNames().get(log.name(event))),
                            rules.fold());
        }
        return states;
    }
}
