package holdfast.core.alert;

/**
 * One part of a score: a stable code, the family it belongs to, how much of the score it makes up,
 * and the evidence in words.
 *
 * <p>The contributions of all reasons of a score add up to the probability (prior) or to its logit
 * (linear scorer); {@code scale} says which.
 */
public record Reason(
        String code, String family, double contribution, Scale scale, String evidence) {

    /** What contributions add up to. */
    public enum Scale {
        PROBABILITY,
        LOGIT
    }
}
