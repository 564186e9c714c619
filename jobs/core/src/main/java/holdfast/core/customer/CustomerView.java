package holdfast.core.customer;

import holdfast.core.engagement.CategoryTally;
import holdfast.core.engagement.MoneyTally;
import holdfast.core.engagement.Rhythm;
import org.jspecify.annotations.Nullable;

/** A customer as scorers see them: readable, not changeable. */
public interface CustomerView {

    /** The customer's id. */
    String customerId();

    /** The tally of a category, or null when the customer never did such a thing. */
    @Nullable CategoryTally tallyOf(int categoryId);

    /** How many categories have a tally. */
    int tallyCount();

    /** The tally at this place, from 0, by rising category. */
    CategoryTally tallyAt(int place);

    /** The rhythm of an outcome, or null when the customer was never active in its sense. */
    @Nullable Rhythm rhythmOf(int outcomeId);

    /** What the customer paid and got back. */
    MoneyTally money();

    /** Time of the first event of any category; 0 when there is none. */
    long firstMillis();

    /** Time of the last event of any category; 0 when there is none. */
    long lastMillis();
}
