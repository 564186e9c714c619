package holdfast.core.customer;

import holdfast.core.episode.RecentIds;
import holdfast.core.playbook.Playbook;

/**
 * The most bytes that a customer's state can take under a playbook, by layout version 1.
 *
 * <p>Times are counted as seven bytes (up to the year 6429), counts of events and days as five,
 * sums of money as nine, sequence numbers as three, and the end of a suppression as nine, since it
 * may be any instant up to never.
 */
public final class StateBound {

    private static final int TIME = 7;
    private static final int INSTANT = 9;
    private static final int COUNT = 5;
    private static final int MONEY = 9;
    private static final int SEQUENCE = 3;
    private static final int FADED = TIME + 3 * Double.BYTES;
    private static final int DAY = 4;
    private static final int BITMAP = 2 * 10;

    private static final int TALLY = 1 + COUNT + TIME + TIME + FADED;
    private static final int RHYTHM = 1 + TIME + TIME + DAY + BITMAP + COUNT + COUNT;
    private static final int MONEY_TALLY = 2 * MONEY + 2 * FADED;
    private static final int POLICY =
            1 + 1 + 2 * TIME + 1 + Long.BYTES + TIME + SEQUENCE + 1 + TIME + INSTANT;
    private static final int PUBLISHED = 1 + Float.BYTES + 1;
    private static final int FIXED =
            1 + 5 + MONEY_TALLY + 2 * TIME + INSTANT + RecentIds.CAPACITY * Long.BYTES;

    private StateBound() {}

    /** The bound, in bytes. */
    public static int worstCaseBytes(Playbook playbook) {
        int tallies = playbook.categories().size() + 1;
        int outcomes = playbook.outcomes().size();
        return FIXED
                + tallies * TALLY
                + outcomes * (RHYTHM + PUBLISHED)
                + playbook.policies().size() * POLICY;
    }
}
