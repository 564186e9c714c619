package holdfast.core.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document, up to a bound that no honest document reaches. */
final class Problems {
    private static final int PROBLEMS_MAX = 100;
    private static final int SHOWN_CHARS_MAX = 60;

    private final List<Problem> problems = new ArrayList<>();

    void add(int line, String message) {
        if (!isFull()) {
            problems.add(new Problem(line, message));
        }
    }

    int count() {
        return problems.size();
    }

    /** Whether more problems would not be kept, so that looking for them is idle. */
    boolean isFull() {
        return problems.size() >= PROBLEMS_MAX;
    }

    List<Problem> byLine() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::line));
        return sorted;
    }

    /** A word of the document, safe to show on one line. */
    static String quoted(String word) {
        StringBuilder shown = new StringBuilder("\"");
        int end = Math.min(word.length(), SHOWN_CHARS_MAX);
        for (int i = 0; i < end; i++) {
            char c = word.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return shown.append(end < word.length() ? "…\"" : "\"").toString();
    }
}
