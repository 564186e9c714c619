package holdfast.core.mapping;

import java.util.List;

/**
 * What is proposed for one role.
 *
 * @param chosen fields in the order in which they are asked; empty when none will do
 * @param runnersUp other fields that could have the role, the likeliest first
 * @param doubts what a person should decide; none when the choice is plain
 */
public record Choice(
        FieldRole role, List<Candidate> chosen, List<Candidate> runnersUp, List<String> doubts) {

    public Choice {
        chosen = List.copyOf(chosen);
        runnersUp = List.copyOf(runnersUp);
        doubts = List.copyOf(doubts);
    }

    /** Whether there is a choice and no doubt about it. */
    public boolean isSure() {
        return !chosen.isEmpty() && doubts.isEmpty();
    }
}
