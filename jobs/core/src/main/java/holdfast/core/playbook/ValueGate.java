package holdfast.core.playbook;

import java.math.BigDecimal;

/** A value gate as people write it: {@code everyone}, or {@code top 20%} of customers by value. */
final class ValueGate {
    private static final String EVERYONE = "everyone";
    private static final String TOP = "top ";
    private static final int NUMBER_CHARS_MAX = 40;

    private ValueGate() {}

    /**
     * Reads a gate.
     *
     * @return the share of customers it lets in, above 0, at most 1
     * @throws IllegalArgumentException with a message that continues the key
     */
    static double parseShare(String text) {
        if (text.equals(EVERYONE)) {
            return 1;
        }
        if (text.startsWith(TOP) && text.endsWith("%")) {
            String percent = text.substring(TOP.length(), text.length() - 1).strip();
            double share = shareOf(percent);
            if (share > 0 && share <= 1) {
                return share;
            }
        }
        throw new IllegalArgumentException("must be everyone, or such as top 20%");
    }

    /** The text that {@link #parseShare} reads back. */
    static String text(double share) {
        if (share == 1) {
            return EVERYONE;
        }
        BigDecimal percent = new BigDecimal(Double.toString(share)).movePointRight(2);
        return TOP + percent.stripTrailingZeros().toPlainString() + "%";
    }

    private static double shareOf(String percent) {
        boolean plain = percent.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        if (!plain || percent.length() > NUMBER_CHARS_MAX) {
            return 0;
        }
        try {
            return new BigDecimal(percent).movePointLeft(2).doubleValue();
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
