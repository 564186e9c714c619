package holdfast.core.score;

import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import java.util.Optional;

/**
 * What a model says of one outcome, as it is published.
 *
 * @param prior the parameters of the prior
 * @param linear the weights of the learned score; without them the prior scores alone
 * @param fitted how the prior came about
 */
public record OutcomeModel(BgNbd prior, Optional<LinearWeights> linear, Fitted fitted) {

    /**
     * How a prior came about.
     *
     * @param customers how many histories it was fitted to; not negative
     * @param logLikelihood of all of them under the prior; finite
     * @param source fitted, or the default for want of data
     */
    public record Fitted(long customers, double logLikelihood, BgNbdFit.Source source) {

        /** What a fit says of itself. */
        public static Fitted of(BgNbdFit.Fit fit) {
            return new Fitted(fit.customers(), fit.logLikelihood(), fit.source());
        }

        public Fitted {
            if (customers < 0) {
                throw new IllegalArgumentException("customers must not be negative: " + customers);
            }
            if (!Double.isFinite(logLikelihood)) {
                throw new IllegalArgumentException(
                        "log-likelihood must be finite: " + logLikelihood);
            }
        }
    }

    /** A fitted prior that scores alone. */
    public static OutcomeModel of(BgNbdFit.Fit fit) {
        return new OutcomeModel(fit.model(), Optional.empty(), Fitted.of(fit));
    }

    /** A scorer of its own for one thread. */
    public Scorer scorer(Outcome outcome, Playbook playbook) {
        if (linear.isPresent()) {
            return new LinearScorer(linear.get(), prior, outcome, playbook);
        }
        return new PriorScorer(prior, FoldRules.of(playbook).days());
    }
}
