package holdfast.core.quality;

/**
 * The rows there are to learn from. Those that are open, matured, treated and special add up to
 * all.
 *
 * @param open their horizon has not passed
 * @param matured their horizon has passed, so that their outcome is known
 * @param treated somebody reached out before the outcome came, or before the snapshot and the
 *     customer had not come back since: so it says nothing of what would have come by itself
 * @param special their horizon has passed and met special days of the playbook's calendar
 * @param customers of how many customers all rows are
 */
public record Counts(int open, int matured, int treated, int special, int customers) {

    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** No rows. */
    public static Counts none() {
        return NONE;
    }

    /** All rows. */
    public int rows() {
        return open + matured + treated + special;
    }
}
