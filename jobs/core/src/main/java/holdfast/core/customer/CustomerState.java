package holdfast.core.customer;

import holdfast.core.bytes.Hashes;
import holdfast.core.engagement.CategoryTally;
import holdfast.core.engagement.Engagement;
import holdfast.core.engagement.MoneyTally;
import holdfast.core.engagement.Rhythm;
import holdfast.core.episode.Episode;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one customer: the engagement, which no order of events changes, and the
 * episode, which depends on it.
 *
 * <p>Changed by the engine alone. Its size in bytes has a bound that a playbook fixes, see {@link
 * StateBound}. Not thread-safe.
 */
public final class CustomerState implements CustomerView {

    private final String customerId;
    private final long idHash;
    private final Engagement engagement = new Engagement();
    private final Episode episode = new Episode();

    /** A customer of whom nothing is known yet. */
    public CustomerState(String customerId) {
        this.customerId = customerId;
        this.idHash = Hashes.hash64(customerId);
    }

    @Override
    public String customerId() {
        return customerId;
    }

    /** {@link Hashes#hash64(CharSequence)} of the id, made once: several questions need it. */
    public long idHash() {
        return idHash;
    }

    @Override
    public @Nullable CategoryTally tallyOf(int categoryId) {
        return engagement.tallyOf(categoryId);
    }

    @Override
    public int tallyCount() {
        return engagement.tallyCount();
    }

    @Override
    public CategoryTally tallyAt(int place) {
        return engagement.tallyAt(place);
    }

    @Override
    public @Nullable Rhythm rhythmOf(int outcomeId) {
        return engagement.rhythmOf(outcomeId);
    }

    @Override
    public MoneyTally money() {
        return engagement.money();
    }

    @Override
    public long firstMillis() {
        return engagement.firstMillis();
    }

    @Override
    public long lastMillis() {
        return engagement.lastMillis();
    }

    /** What the customer has done. */
    public Engagement engagement() {
        return engagement;
    }

    /** Alerts, wake-up and the like. */
    public Episode episode() {
        return episode;
    }

    /** The instant at which the engine wants to look again, or {@link Episode#NEVER}. */
    public long wakeupMillis() {
        return episode.wakeupMillis();
    }

    /** Whether nothing at all needs to be kept. */
    public boolean isForgotten() {
        return engagement.isEmpty()
                && episode.erasedAtMillis() == 0
                && episode.suppressedUntilMillis() == 0;
    }

    /**
     * Forgets everything but that the person was erased at the given instant; 0 forgets that too.
     */
    public void clear(long erasedAtMillis) {
        engagement.clear();
        episode.clear(erasedAtMillis);
    }
}
