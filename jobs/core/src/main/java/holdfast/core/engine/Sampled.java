package holdfast.core.engine;

import holdfast.core.engagement.FoldRules;
import holdfast.core.features.FeatureLayout;
import holdfast.core.features.FeatureReader;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import java.util.List;

/**
 * An outcome of which snapshots are taken, with what is made of its playbook once. Immutable.
 *
 * @param stride every how many grid points a snapshot is taken: those of a longer horizon are
 *     rarer, so that each has about eight
 */
record Sampled(Outcome outcome, FeatureLayout layout, FeatureReader reader, int stride) {

    static List<Sampled> of(Playbook playbook, FoldRules fold) {
        FeatureLayout layout = FeatureLayout.of(playbook);
        return playbook.outcomes().stream()
                .map(
                        outcome ->
                                new Sampled(
                                        outcome,
                                        layout,
                                        new FeatureReader(outcome, fold, layout),
                                        stride(outcome, playbook)))
                .toList();
    }

    private static int stride(Outcome outcome, Playbook playbook) {
        long horizonMillis = playbook.primaryOutcome().horizonMillis();
        return (int) Math.max(1, outcome.horizonMillis() / horizonMillis);
    }

    /** Whether an event of this category decides what becomes of a customer. */
    boolean isDecidedBy(int categoryId) {
        return outcome.kind() == OutcomeKind.CANCEL
                ? outcome.isCancel(categoryId)
                : outcome.isActivity(categoryId);
    }
}
