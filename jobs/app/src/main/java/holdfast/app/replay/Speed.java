package holdfast.app.replay;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How much faster than in life a log is played.
 *
 * @param factor event time that passes in one real unit of time; infinite for as fast as possible
 */
public record Speed(double factor) {

    private static final double FACTOR_MAX = 1e9;

    /** As fast as Kafka takes it. */
    static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    boolean unlimited() {
        return Double.isInfinite(factor);
    }

    /** Reads {@code 1000x} or {@code max}. */
    public static final class Converter implements ITypeConverter<Speed> {

        @Override
        public Speed convert(String text) {
            if (text.equals("max")) {
                return MAX;
            }
            try {
                if (text.endsWith("x")) {
                    double factor = Double.parseDouble(text.substring(0, text.length() - 1));
                    if (factor > 0 && factor <= FACTOR_MAX) {
                        return new Speed(factor);
                    }
                }
            } catch (NumberFormatException nonsense) {
                // Said below, together with what is a number but no speed.
            }
            throw new TypeConversionException(
                    "must be a factor such as 1000x, or max (got \"" + text + "\")");
        }
    }
}
