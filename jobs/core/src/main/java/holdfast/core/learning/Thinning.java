package holdfast.core.learning;

import holdfast.core.bytes.Hashes;

/**
 * Which of too many cases to fit to, when one kind of them is rare: of each kind about half of what
 * there is room for, each standing for those left out.
 *
 * <p>What is rare says most, so a fit loses far less by this than by leaving out of both kinds
 * alike (case-control sampling: Breslow and Day 1980, Statistical Methods in Cancer Research 1, ch.
 * 6; weighted back, so that the level stays true).
 *
 * @param shareOfOne how many of one kind stay, above 0 to 1
 * @param shareOfOther how many of the other kind stay
 */
record Thinning(double shareOfOne, double shareOfOther) {

    /** Room for about {@code max}, which one kind takes up if there are few of the other. */
    static Thinning to(int max, int ofOne, int ofOther) {
        return new Thinning(share(max, ofOne, ofOther), share(max, ofOther, ofOne));
    }

    private static double share(int max, int of, int others) {
        return Math.min(1, Math.max(max / 2.0, max - others) / of);
    }

    /** Whether a case stays; always the same for the same key. */
    boolean keeps(long key, boolean isOfOne) {
        return Hashes.fraction(Hashes.mix64(key)) < (isOfOne ? shareOfOne : shareOfOther);
    }

    /** How many cases one that stays stands for, at least 1. */
    double standsFor(boolean isOfOne) {
        return 1 / (isOfOne ? shareOfOne : shareOfOther);
    }
}
