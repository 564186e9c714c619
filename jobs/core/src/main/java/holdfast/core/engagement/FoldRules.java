package holdfast.core.engagement;

import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.time.Days;
import java.util.List;

/** What folding needs of a playbook: half-lives, the reporting zone's days, and the outcomes. */
public record FoldRules(HalfLives halfLives, Days days, List<Outcome> outcomes) {

    public FoldRules {
        outcomes = List.copyOf(outcomes);
    }

    /** The rules that a playbook declares. */
    public static FoldRules of(Playbook playbook) {
        long[] millis = playbook.halfLivesMillis();
        return new FoldRules(
                new HalfLives(millis[0], millis[1], millis[2]),
                Days.in(playbook.zone()),
                playbook.outcomes());
    }
}
