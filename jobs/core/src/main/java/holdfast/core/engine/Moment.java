package holdfast.core.engine;

import holdfast.core.alert.Worth;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.CategoryTally;
import holdfast.core.engagement.Rhythm;
import holdfast.core.playbook.Outcome;
import holdfast.core.population.Population;
import holdfast.core.score.ExpectedValue;
import holdfast.core.score.Model;
import holdfast.core.score.Scorer;
import java.util.Objects;

/** One customer at one instant, with the versions of everything that are in force then. */
record Moment(CustomerState customer, Guidance guidance, long atMillis) {

    /** The same customer at another instant. */
    Moment at(long millis) {
        return new Moment(customer, guidance, millis);
    }

    Rules rules() {
        return guidance.rules().at(atMillis);
    }

    Model model() {
        return guidance.models().at(atMillis);
    }

    Population population() {
        return guidance.populations().at(atMillis);
    }

    Scorer scorerFor(Outcome outcome) {
        return model().scorerFor(outcome);
    }

    /** The customer's rhythm for an outcome; there must be one. */
    Rhythm rhythm(Outcome outcome) {
        return Objects.requireNonNull(customer.rhythmOf(outcome.id()), "no rhythm");
    }

    /** The probability of an outcome; 1 once it has been declared by cancelling. */
    double probability(Outcome outcome) {
        return hasCancelled(outcome)
                ? 1
                : scorerFor(outcome).probability(customer, outcome, atMillis);
    }

    /**
     * Whether the customer's churn in this sense is still open: lately active and not cancelled.
     */
    boolean isInScope(Outcome outcome) {
        Rhythm rhythm = customer.rhythmOf(outcome.id());
        return rhythm != null
                && atMillis < rhythm.lastMillis() + outcome.activeWithinMillis()
                && !hasCancelled(outcome);
    }

    /** Whether the customer has cancelled in the sense of this outcome. */
    boolean hasCancelled(Outcome outcome) {
        for (int categoryId : outcome.cancelCategories()) {
            CategoryTally tally = customer.tallyOf(categoryId);
            if (tally != null) {
                return true;
            }
        }
        return false;
    }

    long valueMinor(Outcome outcome) {
        return ExpectedValue.minor(
                customer, rules().fold().halfLives(), outcome.horizonMillis(), atMillis);
    }

    Worth worth(Outcome outcome, double probability) {
        long valueMinor = valueMinor(outcome);
        return new Worth(
                valueMinor,
                Math.round(valueMinor * probability),
                rules().playbook().currency().getCurrencyCode(),
                population().shareAbove(valueMinor));
    }
}
