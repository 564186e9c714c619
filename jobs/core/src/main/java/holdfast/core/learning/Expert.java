package holdfast.core.learning;

/** One opinion of the risk, from the features of a snapshot alone. Immutable. */
interface Expert {

    /** The logit of the outcome within the horizon. */
    double logit(double[] features);
}
