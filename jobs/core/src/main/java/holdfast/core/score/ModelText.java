package holdfast.core.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as it is published, apart from the playbook it is for.
 *
 * @param version the model's name among its successors: 1 to 64 characters of printable ASCII, no
 *     quotes or backslashes
 * @param effectiveFromMillis decisions from this instant on use it; not negative
 * @param outcomes what it says, by outcome id; never empty
 */
public record ModelText(
        String version, long effectiveFromMillis, SortedMap<Integer, OutcomeModel> outcomes) {

    private static final int VERSION_CHARS_MAX = 64;

    public ModelText {
        if (version.isBlank()
                || version.length() > VERSION_CHARS_MAX
                || !version.chars().allMatch(ModelText::isPlain)) {
            throw new IllegalArgumentException(
                    "a model's version must have 1 to 64 characters of printable ASCII,"
                            + " no quotes or backslashes");
        }
        if (effectiveFromMillis < 0) {
            throw new IllegalArgumentException(
                    "effective-from must not lie before 1970: " + effectiveFromMillis);
        }
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("a model needs an outcome");
        }
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /** What is published about some outcomes. */
    public static ModelText of(
            String version, long effectiveFromMillis, Map<Integer, OutcomeModel> outcomes) {
        return new ModelText(version, effectiveFromMillis, new TreeMap<>(outcomes));
    }

    /** The same from another instant on. */
    public ModelText effectiveFrom(long millis) {
        return new ModelText(version, millis, outcomes);
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }
}
