package holdfast.core.alert;

import java.util.Locale;

/**
 * Words with figures in them, for people.
 *
 * <p>Understands {@code %.0f} to {@code %.9f}, {@code %d}, {@code %s} and {@code %%}, and gives
 * what {@link String#format} gives for {@link Locale#ROOT}, at a small part of its cost; a tie may
 * round the other way. Scores are explained on the path of an event.
 */
public final class Phrase {

    private static final double SCALED_MAX = 1e15; // well within the integers of a double

    private Phrase() {}

    /** The pattern with the figures in their places. */
    public static String of(String pattern, Object... figures) {
        StringBuilder out = new StringBuilder(pattern.length() + 16);
        int next = 0;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            char kind = pattern.charAt(at++);
            switch (kind) {
                case '%' -> out.append('%');
                case 's', 'd' -> out.append(figures[next++]);
                case '.' -> {
                    int decimals = pattern.charAt(at) - '0';
                    at += 2; // the digit and the f
                    append(out, (Double) figures[next++], decimals);
                }
                default -> throw new IllegalArgumentException("not understood: " + pattern);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, double value, int decimals) {
        long unit = unit(decimals);
        double scaled = Math.abs(value) * unit;
        if (!(scaled < SCALED_MAX)) {
            out.append(String.format(Locale.ROOT, "%." + decimals + "f", value));
            return;
        }
        long rounded = Math.round(scaled);
        if (value < 0) {
            out.append('-');
        }
        out.append(rounded / unit);
        if (decimals > 0) {
            out.append('.');
            appendPadded(out, rounded % unit, unit);
        }
    }

    private static void appendPadded(StringBuilder out, long fraction, long unit) {
        for (long place = unit / 10; place > 1 && fraction < place; place /= 10) {
            out.append('0');
        }
        out.append(fraction);
    }

    private static long unit(int decimals) {
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        return unit;
    }
}
