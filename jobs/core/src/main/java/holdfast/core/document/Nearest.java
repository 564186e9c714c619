package holdfast.core.document;

import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one most likely meant. */
public final class Nearest {
    private static final int WORD_CHARS_MAX = 64;
    private static final int EDITS_MAX = 3;

    private Nearest() {}

    /**
     * Returns the known word with the fewest edits (a letter put in, left out, changed, or swapped
     * with its neighbour), at most three and at most a third of the word; the first in order among
     * equals.
     */
    public static Optional<String> of(String word, Iterable<String> known) {
        if (word.length() > WORD_CHARS_MAX) {
            return Optional.empty();
        }
        int fewest = Math.max(1, Math.min(EDITS_MAX, word.length() / 3)) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) >= fewest) {
                continue;
            }
            int edits = edits(lower(word), lower(candidate));
            boolean first = nearest.map(best -> candidate.compareTo(best) < 0).orElse(true);
            if (edits < fewest || (edits == fewest && nearest.isPresent() && first)) {
                fewest = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /* Optimal string alignment: three rows of the Damerau-Levenshtein table are enough. */
    private static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
