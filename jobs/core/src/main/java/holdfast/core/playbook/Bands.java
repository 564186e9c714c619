package holdfast.core.playbook;

/**
 * The probabilities at which the risk bands begin.
 *
 * @param elevated where {@link RiskBand#ELEVATED} begins; 0 &lt; elevated &lt; high
 * @param high where {@link RiskBand#HIGH} begins
 * @param critical where {@link RiskBand#CRITICAL} begins; high &lt; critical &lt; 1
 */
public record Bands(double elevated, double high, double critical) {
    public static final Bands DEFAULT = new Bands(0.30, 0.60, 0.80);

    public Bands {
        if (!(elevated > 0 && elevated < high && high < critical && critical < 1)) {
            throw new IllegalArgumentException(
                    "bands must rise between 0 and 1: elevated %s, high %s, critical %s"
                            .formatted(elevated, high, critical));
        }
    }

    /** The band of a probability; a probability on a border belongs to the higher band. */
    public RiskBand of(double probability) {
        if (probability >= critical) {
            return RiskBand.CRITICAL;
        }
        if (probability >= high) {
            return RiskBand.HIGH;
        }
        return probability >= elevated ? RiskBand.ELEVATED : RiskBand.LOW;
    }

    /** The lowest probability of a band. */
    public double floorOf(RiskBand band) {
        return switch (band) {
            case LOW -> 0;
            case ELEVATED -> elevated;
            case HIGH -> high;
            case CRITICAL -> critical;
        };
    }
}
