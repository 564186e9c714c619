package holdfast.core.engine;

import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Playbook;
import java.util.List;

/** A playbook with what is derived from it once, not for each event. Immutable. */
public record Rules(
        Playbook playbook,
        FoldRules fold,
        long gridStepMillis,
        long forgetAfterMillis,
        List<Sampled> sampled) {

    /** The rules of a playbook. */
    public static Rules of(Playbook playbook) {
        FoldRules fold = FoldRules.of(playbook);
        return new Rules(
                playbook,
                fold,
                playbook.gridStepMillis(),
                playbook.forgetAfterMillis(),
                Sampled.of(playbook, fold));
    }
}
