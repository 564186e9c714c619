package holdfast.core.playbook;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The bounds that ids and names of a playbook's parts keep. */
final class Ids {
    static final int CATEGORY_MAX = 32;
    static final int OUTCOME_MAX = 8;
    static final int POLICY_MAX = 8;
    static final int NAME_CHARS_MAX = 64;
    static final int EVENT_CHARS_MAX = 256;

    private Ids() {}

    static void check(String what, int id, int max) {
        if (id < 1 || id > max) {
            throw new IllegalArgumentException(
                    "%s id must lie in 1 to %s: %s".formatted(what, max, id));
        }
    }

    static void checkName(String what, String name, int charsMax) {
        if (name.isBlank() || name.length() > charsMax || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "%s name must have 1 to %s characters, none of them blank at its ends: \"%s\""
                            .formatted(what, charsMax, name));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " name must not hold control characters");
        }
    }

    /** Category ids in rising order, so that what is derived from them never depends on hashing. */
    static Set<Integer> sorted(Collection<Integer> categoryIds) {
        for (int id : categoryIds) {
            if (id != Category.OTHER.id()) {
                check("category", id, CATEGORY_MAX);
            }
        }
        return Collections.unmodifiableSet(new TreeSet<>(categoryIds));
    }
}
