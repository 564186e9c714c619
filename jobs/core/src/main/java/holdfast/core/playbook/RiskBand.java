package holdfast.core.playbook;

import java.util.Locale;

/** A coarse level of risk, from the lowest to the highest; stored by its code. */
public enum RiskBand {
    LOW(1),
    ELEVATED(2),
    HIGH(3),
    CRITICAL(4);

    private final int code;

    RiskBand(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The word for it in messages and metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band above this one; the highest has none above it and is its own. */
    public RiskBand next() {
        return this == CRITICAL ? CRITICAL : ofCode(code + 1);
    }

    /**
     * Returns the band with this code.
     *
     * @throws IllegalArgumentException if no band has it
     */
    public static RiskBand ofCode(int code) {
        return switch (code) {
            case 1 -> LOW;
            case 2 -> ELEVATED;
            case 3 -> HIGH;
            case 4 -> CRITICAL;
            default -> throw new IllegalArgumentException("no risk band has the code " + code);
        };
    }
}
