package holdfast.core.learning;

import holdfast.core.prior.BgNbdFit;
import holdfast.core.quality.Quality;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.OutcomeModel;
import java.util.List;
import java.util.Optional;

/**
 * What was learned of one outcome at an instant.
 *
 * @param atMillis nothing after it had any part in it
 * @param prior the prior of everybody seen
 * @param linear the learned score; empty while there is too little to learn from
 * @param shares of the experts in the common opinion, see {@link Panel}; the prior's alone while
 *     nothing is learned
 * @param quality how good the opinions of late were
 */
public record Lesson(
        long atMillis,
        BgNbdFit.Fit prior,
        Optional<LinearWeights> linear,
        List<Double> shares,
        Quality quality) {

    public Lesson {
        shares = List.copyOf(shares);
    }

    /** A lesson from which the prior alone comes. */
    public static Lesson ofPrior(long atMillis, BgNbdFit.Fit prior) {
        return new Lesson(atMillis, prior, Optional.empty(), List.of(1.0), Quality.none());
    }

    /** What is to be published. */
    public OutcomeModel model() {
        return new OutcomeModel(prior.model(), linear, OutcomeModel.Fitted.of(prior));
    }
}
