package holdfast.core.engine;

import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Playbook;

/** A playbook with what is derived from it once, not for each event. Immutable. */
public record Rules(
        Playbook playbook, FoldRules fold, long gridStepMillis, long forgetAfterMillis) {

    /** The rules of a playbook. */
    public static Rules of(Playbook playbook) {
        return new Rules(
                playbook,
                FoldRules.of(playbook),
                playbook.gridStepMillis(),
                playbook.forgetAfterMillis());
    }
}
