package holdfast.core.engagement;

import holdfast.core.activity.Activity;
import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a customer has done, folded into bounded size.
 *
 * <p>A commutative monoid over accepted events: folding in any order gives the same counts, times
 * and days to the bit and the same faded sums within 1e-12, for events displaced by less than
 * {@link Rhythm#WINDOW_DAYS}; merging states of disjoint inputs gives the state of all their
 * events. At most one tally a category and one rhythm an outcome. Not thread-safe.
 */
public final class Engagement {

    /**
     * The most categories that one customer's state holds: the playbook's 32 and the implicit one.
     */
    public static final int TALLIES_MAX = 33;

    /** The most outcomes. */
    public static final int RHYTHMS_MAX = 8;

    private final List<CategoryTally> tallies = new ArrayList<>();
    private final List<Rhythm> rhythms = new ArrayList<>(1);
    private final MoneyTally money = new MoneyTally();

    /** Folds an accepted event of the given category. */
    public void fold(Activity activity, Category category, FoldRules rules) {
        long timeMillis = activity.timeMillis();
        tally(category.id()).fold(timeMillis, rules.halfLives());
        foldMoney(activity, category, rules.halfLives());
        for (int i = 0; i < rules.outcomes().size(); i++) {
            Outcome outcome = rules.outcomes().get(i);
            if (outcome.isActivity(category.id())) {
                rhythm(outcome.id()).fold(timeMillis, rules.days().dayOf(timeMillis));
            }
        }
    }

    /** Folds everything that the other, of disjoint events, has folded. */
    public void merge(Engagement other, FoldRules rules) {
        for (CategoryTally tally : other.tallies) {
            tally(tally.categoryId()).merge(tally, rules.halfLives());
        }
        for (Rhythm rhythm : other.rhythms) {
            rhythm(rhythm.outcomeId()).merge(rhythm);
        }
        money.merge(other.money, rules.halfLives());
    }

    /** Whether nothing was folded. */
    public boolean isEmpty() {
        return tallies.isEmpty();
    }

    /** The tally of a category, or null when the customer never did such a thing. */
    public @Nullable CategoryTally tallyOf(int categoryId) {
        for (int i = 0; i < tallies.size(); i++) {
            if (tallies.get(i).categoryId() == categoryId) {
                return tallies.get(i);
            }
        }
        return null;
    }

    /** How many categories have a tally. */
    public int tallyCount() {
        return tallies.size();
    }

    /** The tally at this place, from 0, by rising category. */
    public CategoryTally tallyAt(int place) {
        return tallies.get(place);
    }

    /** The rhythm of an outcome, or null when the customer was never active in its sense. */
    public @Nullable Rhythm rhythmOf(int outcomeId) {
        for (int i = 0; i < rhythms.size(); i++) {
            if (rhythms.get(i).outcomeId() == outcomeId) {
                return rhythms.get(i);
            }
        }
        return null;
    }

    /** What the customer paid and got back. */
    public MoneyTally money() {
        return money;
    }

    /** Time of the first event of any category; 0 when there is none. */
    public long firstMillis() {
        long first = isEmpty() ? 0 : Long.MAX_VALUE;
        for (int i = 0; i < tallies.size(); i++) {
            first = Math.min(first, tallies.get(i).firstMillis());
        }
        return first;
    }

    /** Time of the last event of any category; 0 when there is none. */
    public long lastMillis() {
        long last = 0;
        for (int i = 0; i < tallies.size(); i++) {
            last = Math.max(last, tallies.get(i).lastMillis());
        }
        return last;
    }

    /** Forgets everything. */
    public void clear() {
        tallies.clear();
        rhythms.clear();
        money.clear();
    }

    /**
     * Writes tallies and rhythms in the order of their ids, so that equal states give equal bytes.
     */
    public void write(ByteWriter out) {
        out.writeByte(tallies.size());
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).write(out);
        }
        out.writeByte(rhythms.size());
        for (int i = 0; i < rhythms.size(); i++) {
            rhythms.get(i).write(out);
        }
        money.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        clear();
        int tallyCount = in.readCount(TALLIES_MAX);
        int categoryId = -1;
        for (int i = 0; i < tallyCount; i++) {
            CategoryTally tally = CategoryTally.read(in, categoryId);
            tallies.add(tally);
            categoryId = tally.categoryId();
        }
        int rhythmCount = in.readCount(RHYTHMS_MAX);
        int outcomeId = 0;
        for (int i = 0; i < rhythmCount; i++) {
            Rhythm rhythm = Rhythm.read(in, outcomeId);
            rhythms.add(rhythm);
            outcomeId = rhythm.outcomeId();
        }
        money.read(in);
    }

    private void foldMoney(Activity activity, Category category, HalfLives halfLives) {
        long amountMinor = Math.abs(activity.amountMinor());
        if (amountMinor == 0) {
            return;
        }
        switch (category.value()) {
            case REVENUE -> money.pay(activity.timeMillis(), amountMinor, halfLives);
            case REFUND -> money.refund(reversedMillis(activity), amountMinor, halfLives);
            case NONE -> {}
        }
    }

    private static long reversedMillis(Activity refund) {
        return refund.refersToMillis() == 0 ? refund.timeMillis() : refund.refersToMillis();
    }

    private CategoryTally tally(int categoryId) {
        int at = 0;
        while (at < tallies.size() && tallies.get(at).categoryId() < categoryId) {
            at++;
        }
        if (at == tallies.size() || tallies.get(at).categoryId() != categoryId) {
            tallies.add(at, new CategoryTally(categoryId));
        }
        return tallies.get(at);
    }

    private Rhythm rhythm(int outcomeId) {
        int at = 0;
        while (at < rhythms.size() && rhythms.get(at).outcomeId() < outcomeId) {
            at++;
        }
        if (at == rhythms.size() || rhythms.get(at).outcomeId() != outcomeId) {
            rhythms.add(at, new Rhythm(outcomeId));
        }
        return rhythms.get(at);
    }
}
