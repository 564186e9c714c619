package holdfast.app.backtest;

/** Which scorer a backtest judges. */
enum ScorerKind {
    /** Buy till you die: needs no labels. */
    PRIOR,
    /** Learned from what became of customers, on top of the prior. */
    LEARNED
}
