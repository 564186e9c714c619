package holdfast.app.demo;

import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.Rhythm;
import holdfast.core.engine.Rules;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.LogBuckets;
import holdfast.core.population.Population;
import holdfast.core.population.PopulationText;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.prior.RepeatHistory;
import holdfast.core.score.ActiveSpan;
import holdfast.core.score.ExpectedValue;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A first model and first population figures, as they are published.
 *
 * @param model JSON
 * @param population JSON
 */
record FirstFigures(String model, String population) {

    private static final String VERSION = "demo-history";
    private static final double WEEK_MILLIS = 7.0 * DemoTime.DAY_MILLIS;

    /** Fits to what the customers have done until the first live instant. */
    static FirstFigures fit(Playbook playbook, Collection<CustomerState> customers) {
        Rules rules = Rules.of(playbook);
        Map<Integer, OutcomeModel> outcomes = new TreeMap<>();
        for (Outcome outcome : playbook.outcomes()) {
            outcomes.put(outcome.id(), OutcomeModel.of(prior(outcome, rules, customers)));
        }
        ModelText model = ModelText.of(VERSION, DemoTime.START_MILLIS, outcomes);
        Population population =
                new Population(
                        1, DemoTime.START_MILLIS, playbook.currency(), values(rules, customers));
        return new FirstFigures(
                ModelWriter.write(model, playbook), PopulationText.write(population));
    }

    private static BgNbdFit.Fit prior(
            Outcome outcome, Rules rules, Collection<CustomerState> customers) {
        ActiveSpan span = new ActiveSpan(rules.fold().days());
        List<RepeatHistory> histories = new ArrayList<>();
        for (CustomerState customer : customers) {
            Rhythm rhythm = customer.rhythmOf(outcome.id());
            if (rhythm != null) {
                histories.add(span.history(rhythm, DemoTime.LIVE_FROM_MILLIS));
            }
        }
        return BgNbdFit.fit(histories, outcome.horizonMillis() / WEEK_MILLIS);
    }

    /** What each customer is worth who has not been silent for too long to count. */
    private static LogBuckets values(Rules rules, Collection<CustomerState> customers) {
        Outcome outcome = rules.playbook().primaryOutcome();
        long sinceMillis = DemoTime.LIVE_FROM_MILLIS - outcome.activeWithinMillis();
        LogBuckets.Builder values = LogBuckets.builder();
        for (CustomerState customer : customers) {
            Rhythm rhythm = customer.rhythmOf(outcome.id());
            if (rhythm != null && rhythm.lastMillis() > sinceMillis) {
                values.add(
                        ExpectedValue.minor(
                                customer,
                                rules.fold().halfLives(),
                                outcome.horizonMillis(),
                                DemoTime.LIVE_FROM_MILLIS));
            }
        }
        return values.build();
    }
}
