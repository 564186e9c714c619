package holdfast.core.mapping;

import java.util.List;

/**
 * A field that could have a role.
 *
 * @param points for it; comparable within one role
 * @param reasons for and against it, in words
 */
public record Candidate(FieldFacts facts, int points, List<String> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }

    public String path() {
        return facts.path();
    }
}
