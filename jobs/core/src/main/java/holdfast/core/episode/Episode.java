package holdfast.core.episode;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What depends on the order in which things came: the pending wake-up, the alerts, what was
 * published, and the last few message ids.
 *
 * <p>Bounded by the numbers of policies and outcomes. Not thread-safe.
 */
public final class Episode {

    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The most policies. */
    public static final int POLICIES_MAX = 8;

    /** The most outcomes. */
    public static final int OUTCOMES_MAX = 8;

    private long wakeupMillis = NEVER;
    private long erasedAtMillis;
    private long suppressedUntilMillis;
    private final RecentIds recentIds = new RecentIds();
    private final List<PolicyEpisode> policies = new ArrayList<>(2);
    private final List<PublishedScore> published = new ArrayList<>(1);

    /** The instant at which the engine wants to look at the customer again, or {@link #NEVER}. */
    public long wakeupMillis() {
        return wakeupMillis;
    }

    /** Asks for a wake-up. */
    public void wakeAt(long millis) {
        wakeupMillis = Math.max(0, millis);
    }

    /** Events up to this instant belong to an erased person; 0 when nobody was erased. */
    public long erasedAtMillis() {
        return erasedAtMillis;
    }

    /** No alert opens before this instant, because somebody asked so. */
    public long suppressedUntilMillis() {
        return suppressedUntilMillis;
    }

    /** Suppresses alerts until an instant; {@link #NEVER} is for good. */
    public void suppressUntil(long millis) {
        suppressedUntilMillis = Math.max(0, millis);
    }

    /** The last few message ids. */
    public RecentIds recentIds() {
        return recentIds;
    }

    /** What a policy remembers, or null when it has nothing to remember. */
    public @Nullable PolicyEpisode policyOrNull(int policyId) {
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i).policyId() == policyId) {
                return policies.get(i);
            }
        }
        return null;
    }

    /** What a policy remembers, made if there was nothing. */
    public PolicyEpisode policy(int policyId) {
        int at = 0;
        while (at < policies.size() && policies.get(at).policyId() < policyId) {
            at++;
        }
        if (at == policies.size() || policies.get(at).policyId() != policyId) {
            policies.add(at, new PolicyEpisode(policyId));
        }
        return policies.get(at);
    }

    /** What was last published of an outcome, made if there was nothing. */
    public PublishedScore published(int outcomeId) {
        int at = 0;
        while (at < published.size() && published.get(at).outcomeId() < outcomeId) {
            at++;
        }
        if (at == published.size() || published.get(at).outcomeId() != outcomeId) {
            published.add(at, new PublishedScore(outcomeId));
        }
        return published.get(at);
    }

    /** Forgets everything but that a person was erased at the given instant; 0 forgets that too. */
    public void clear(long erasedMillis) {
        wakeupMillis = NEVER;
        erasedAtMillis = Math.max(0, erasedMillis);
        suppressedUntilMillis = 0;
        recentIds.clear();
        policies.clear();
        published.clear();
    }

    /** Writes policies and scores in the order of their ids. */
    public void write(ByteWriter out) {
        writeInstant(out, wakeupMillis);
        writeInstant(out, erasedAtMillis);
        writeInstant(out, suppressedUntilMillis);
        recentIds.write(out);
        out.writeByte(policies.size());
        for (int i = 0; i < policies.size(); i++) {
            policies.get(i).write(out);
        }
        out.writeByte(published.size());
        for (int i = 0; i < published.size(); i++) {
            published.get(i).write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        clear(0);
        wakeupMillis = readInstant(in);
        erasedAtMillis = readInstant(in);
        suppressedUntilMillis = readInstant(in);
        recentIds.read(in);
        int policyCount = in.readCount(POLICIES_MAX);
        int policyId = 0;
        for (int i = 0; i < policyCount; i++) {
            PolicyEpisode policy = PolicyEpisode.read(in, policyId);
            policies.add(policy);
            policyId = policy.policyId();
        }
        int publishedCount = in.readCount(OUTCOMES_MAX);
        int outcomeId = 0;
        for (int i = 0; i < publishedCount; i++) {
            PublishedScore score = PublishedScore.read(in, outcomeId);
            published.add(score);
            outcomeId = score.outcomeId();
        }
    }

    /** One more than the instant, so that {@link #NEVER} wraps to one byte's worth of nothing. */
    private static void writeInstant(ByteWriter out, long millis) {
        out.writeVarint(millis == NEVER ? 0 : millis + 1);
    }

    private static long readInstant(ByteReader in) {
        long raw = in.readNatural();
        return raw == 0 ? NEVER : raw - 1;
    }
}
