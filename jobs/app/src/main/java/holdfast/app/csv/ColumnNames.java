package holdfast.app.csv;

import holdfast.core.document.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What the columns of an event log are called, and how its times and amounts are written.
 *
 * @param amount may be missing from the file unless {@code amountNeeded}
 * @param decimalComma whether amounts are written as in 1.234,50
 */
public record ColumnNames(
        String customer,
        String time,
        TimeForm timeForm,
        String event,
        String amount,
        boolean amountNeeded,
        boolean decimalComma) {

    /** The names of the common form. */
    public static final ColumnNames COMMON =
            new ColumnNames(
                    "customer_id",
                    "event_time",
                    TimeForm.ISO,
                    "event_type",
                    "amount",
                    false,
                    false);

    private static final List<String> KEYS =
            List.of("customer", "time", "event", "amount", "attributes");
    private static final String COMMA = ":comma";

    /**
     * Reads such as {@code customer=client_no,time=when:seconds,event=what,amount=price:comma};
     * what is not named keeps its name of the common form.
     *
     * @throws IllegalArgumentException if it cannot be read, with the way out
     */
    public static ColumnNames parse(String text) {
        Map<String, String> named = named(text);
        String time = named.getOrDefault("time", COMMON.time);
        TimeForm form = TimeForm.ISO;
        for (TimeForm each : TimeForm.values()) {
            if (time.endsWith(":" + each.label())) {
                form = each;
                time = time.substring(0, time.length() - each.label().length() - 1);
                break;
            }
        }
        String amount = named.getOrDefault("amount", COMMON.amount);
        boolean comma = amount.endsWith(COMMA);
        return new ColumnNames(
                named.getOrDefault("customer", COMMON.customer),
                time,
                form,
                named.getOrDefault("event", COMMON.event),
                comma ? amount.substring(0, amount.length() - COMMA.length()) : amount,
                named.containsKey("amount"),
                comma);
    }

    /** The text that {@link #parse} reads back. */
    public String text() {
        StringBuilder text = new StringBuilder("customer=").append(customer);
        text.append(",time=").append(time);
        if (timeForm != TimeForm.ISO) {
            text.append(':').append(timeForm.label());
        }
        text.append(",event=").append(event);
        if (amountNeeded) {
            text.append(",amount=").append(amount).append(decimalComma ? COMMA : "");
        }
        return text.toString();
    }

    /** The text, quoted if a shell would take it apart. */
    public String shellText() {
        String text = text();
        boolean plain =
                text.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "=,:_.-".indexOf(c) >= 0);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static Map<String, String> named(String text) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (!KEYS.contains(key)) {
                String hint =
                        Nearest.of(key, KEYS)
                                .map(it -> "did you mean \"" + it + "\"?")
                                .orElse("known are " + String.join(", ", KEYS));
                throw new IllegalArgumentException(
                        "names no column of ours: \"" + key + "\"; " + hint);
            }
            String column = part.substring(equals + 1).strip();
            if (equals < 0 || column.isEmpty()) {
                throw new IllegalArgumentException(
                        "needs the file's name of the column, as in %s=NAME".formatted(key));
            }
            if (named.put(key, column) != null) {
                throw new IllegalArgumentException("names %s twice".formatted(key));
            }
        }
        return named;
    }

    /** Reads the option {@code --columns}. */
    public static final class Converter implements ITypeConverter<ColumnNames> {

        @Override
        public ColumnNames convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage() + " (got \"" + text + "\")");
            }
        }
    }
}
