package holdfast.core.mapping;

import java.util.regex.Pattern;

/**
 * How the values of a field are written as amounts.
 *
 * @param plain share of values that are plain decimal numbers
 * @param comma share of values that are numbers with a decimal comma
 * @param fractions share of values with digits behind the point or comma
 * @param priceEnds share of values that are whole, at least 100, and end as prices in minor units
 */
record Amounts(double plain, double comma, double fractions, double priceEnds) {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d{1,15}),\\d{1,2}");
    private static final Pattern PRICE_END = Pattern.compile("[+-]?\\d+(99|95|90|50|00)");

    static Amounts of(FieldColumn column) {
        int plain = 0;
        int comma = 0;
        int fractions = 0;
        int priceEnds = 0;
        for (FieldColumn.Value value : column.values()) {
            String text = value.text().strip();
            if (value.kind() == FieldKind.OTHER) {
                continue;
            }
            if (PLAIN.matcher(text).matches()) {
                plain++;
                fractions += text.indexOf('.') >= 0 && !text.endsWith(".0") ? 1 : 0;
                priceEnds += PRICE_END.matcher(text).matches() ? 1 : 0;
            } else if (COMMA.matcher(text).matches()) {
                comma++;
                fractions++;
            }
        }
        double all = Math.max(1, column.values().size());
        return new Amounts(plain / all, comma / all, fractions / all, priceEnds / all);
    }

    /** Share of values that are numbers in any writing. */
    double numbers() {
        return plain + comma;
    }

    /** Whether the values look like cents. */
    boolean looksMinor() {
        return plain > 0.9 && fractions == 0 && priceEnds > 0.6;
    }
}
