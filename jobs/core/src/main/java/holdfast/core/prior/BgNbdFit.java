package holdfast.core.prior;

import java.util.Collection;

/**
 * Fits BG/NBD to a population of histories by maximum likelihood.
 *
 * <p>Deterministic: the same histories in any order give the same fit. Ages are rounded to whole
 * days. The search takes a bounded time; beyond 20,000 distinct histories only sorting and counting
 * grow. Stateless, safe to share between threads.
 */
public final class BgNbdFit {
    private static final int CUSTOMERS_MIN = 10;

    /** Where the parameters come from. */
    public enum Source {
        /** Maximum likelihood. */
        FITTED,
        /** Too little data: {@link BgNbd#defaultFor}. */
        DEFAULT
    }

    /**
     * A fit and how it came about.
     *
     * @param model the parameters to score with
     * @param logLikelihood of all customers under the model; an estimate where histories were
     *     sampled
     * @param customers how many histories were given
     * @param converged whether the search ended by its own criterion; true for a default
     * @param source fitted, or the default for want of data
     */
    public record Fit(
            BgNbd model, double logLikelihood, long customers, boolean converged, Source source) {}

    private BgNbdFit() {}

    /**
     * Fits, or falls back to the default where fewer than ten customers are given or nobody came
     * back.
     *
     * @param histories one for each customer first seen before the instant of observation
     * @param horizonWeeks the horizon of the outcome, positive, which scales the default
     */
    public static Fit fit(Collection<RepeatHistory> histories, double horizonWeeks) {
        BgNbd fallback = BgNbd.defaultFor(horizonWeeks);
        int customers = histories.size();
        if (customers == 0) {
            return new Fit(fallback, 0, 0, true, Source.DEFAULT);
        }
        DistinctHistories distinct = DistinctHistories.of(histories);
        MeanLikelihood likelihood = new MeanLikelihood(distinct);
        if (customers < CUSTOMERS_MIN || !distinct.anyoneRepeats()) {
            return new Fit(
                    fallback, customers * likelihood.of(fallback), customers, true, Source.DEFAULT);
        }
        LikelihoodSearch search = new LikelihoodSearch(likelihood);
        boolean converged = search.run();
        return new Fit(
                search.best(),
                customers * likelihood.of(search.best()),
                customers,
                converged,
                Source.FITTED);
    }
}
