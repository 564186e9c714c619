package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.features.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The experts as of one instant, each with its share in the common opinion.
 *
 * <p>The opinion is the mean of their logits by share. The log-loss of such a mean is never above
 * the mean of their log-losses (the logarithmic opinion pool: Genest and Zidek 1986, Statist. Sci.
 * 1, 114). Immutable, but for an expert's scratch memory: one instance serves one thread.
 */
final class Panel {

    /** The prior, the horizon's expert, the hazards' expert, and the latter with a quick level. */
    static final int EXPERTS = 4;

    /** Where the prior's opinion stands. */
    static final int PRIOR = 0;

    /** Where the opinion of the score that served stands, after those of the experts. */
    static final int SERVED = EXPERTS;

    /** How many opinions there are of a row. */
    static final int OPINIONS = EXPERTS + 1;

    private static final double[] FIRST_SHARES = {0.1, 0.3, 0.3, 0.3};

    private final Expert[] experts;
    private final double[] shares;

    private Panel(Expert[] experts, double[] shares) {
        this.experts = experts;
        this.shares = shares;
    }

    /** The panel before anything was learned: the prior alone. */
    static Panel ofThePrior() {
        return new Panel(new Expert[] {prior()}, new double[] {1});
    }

    /** Fits every expert to what is known, and gives shares by what became of their opinions. */
    static Panel fit(TrainingRows rows, Question question, long nowMillis, TrackRecord record) {
        Optional<HorizonExpert> horizon = HorizonExpert.fit(rows, question, nowMillis);
        Optional<HazardExpert> hazard = HazardExpert.fit(rows, question, nowMillis);
        if (horizon.isEmpty() || hazard.isEmpty()) {
            return ofThePrior();
        }
        double shift = QuickLevel.shift(hazard.get(), rows, question, nowMillis);
        Expert[] experts = {prior(), horizon.get(), hazard.get(), hazard.get().shifted(shift)};
        return new Panel(experts, record.shares(FIRST_SHARES, nowMillis));
    }

    /** The expert that is the prior. */
    static Expert prior() {
        return features -> features[Feature.PRIOR_LOGIT.position()];
    }

    /** The share with which the prior begins. */
    static double firstShareOfThePrior() {
        return FIRST_SHARES[PRIOR];
    }

    /** Whether there is more than the prior. */
    boolean hasLearned() {
        return experts.length == EXPERTS;
    }

    /** The experts' shares, in their order. */
    List<Double> shares() {
        return Arrays.stream(shares).boxed().toList();
    }

    /** What each expert says; NaN for one that is not there. */
    void opinions(double[] features, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = i < experts.length ? experts[i].logit(features) : Double.NaN;
        }
    }

    /** What all say together. */
    double logit(double[] features) {
        double sum = 0;
        for (int i = 0; i < experts.length; i++) {
            sum += shares[i] * experts[i].logit(features);
        }
        return sum;
    }

    /**
     * Writes one byte, 0 for the prior alone; else 1, the horizon's expert, the hazards' without
     * and with the quick level, and the shares.
     */
    void write(ByteWriter out) {
        out.writeByte(hasLearned() ? 1 : 0);
        if (hasLearned()) {
            ((HorizonExpert) experts[1]).write(out);
            ((HazardExpert) experts[2]).write(out);
            ((HazardExpert) experts[3]).write(out);
            Coefficients.write(shares, out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Panel read(ByteReader in, Question question, int width) {
        if (in.readByte(0, 1) == 0) {
            return ofThePrior();
        }
        Expert[] experts = {
            prior(),
            HorizonExpert.read(in, width),
            HazardExpert.read(in, question, width),
            HazardExpert.read(in, question, width)
        };
        return new Panel(experts, Coefficients.read(in, EXPERTS));
    }
}
