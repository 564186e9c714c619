package holdfast.core.mapping;

import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a sample tells about one field. Immutable.
 *
 * <p>All shares lie in 0 to 1; that of the whole sample has the records as its measure, every other
 * one the values of the field.
 */
public final class FieldFacts {

    private static final int SHAPES_SHOWN = 3;
    private static final double TIME_SHARE_MIN = 0.5;
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final FieldColumn column;
    private final int records;
    private final Map<String, Integer> counts;
    private final Map<FieldKind, Integer> kinds;
    private final Optional<TimeShape> timeShape;
    private final TimeOrder times;
    private final Amounts amounts;
    private final double currencyShare;

    private FieldFacts(EventSample sample, FieldColumn column) {
        this.column = column;
        this.records = sample.records();
        this.counts = new LinkedHashMap<>();
        this.kinds = new EnumMap<>(FieldKind.class);
        int currencies = 0;
        for (FieldColumn.Value value : column.values()) {
            counts.merge(value.text(), 1, Integer::sum);
            kinds.merge(value.kind(), 1, Integer::sum);
            currencies += isCurrency(value.text()) ? 1 : 0;
        }
        this.currencyShare = share(currencies);
        this.timeShape = shapeOf(column);
        this.times =
                timeShape.map(shape -> TimeOrder.of(sample, column, shape)).orElse(TimeOrder.NONE);
        this.amounts = Amounts.of(column);
    }

    static FieldFacts of(EventSample sample, FieldColumn column) {
        return new FieldFacts(sample, column);
    }

    public String path() {
        return column.path();
    }

    /** Share of the sample's records that have the field. */
    public double coverage() {
        return records == 0 ? 0 : (double) column.values().size() / records;
    }

    /** How many different values there are. */
    public int distinct() {
        return counts.size();
    }

    /** Different values for each value: 1 when none repeats. */
    public double distinctShare() {
        return share(counts.size());
    }

    /** How most values are written. */
    public FieldKind kind() {
        return kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(FieldKind.OTHER);
    }

    /** The most frequent shapes of its values, masked; most frequent first. */
    public List<String> shapes() {
        Map<String, Integer> shapes = new TreeMap<>();
        counts.forEach((text, count) -> shapes.merge(MaskedText.of(text), count, Integer::sum));
        return shapes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHAPES_SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How its values are written as times, if at least half of them are times. */
    public Optional<TimeShape> timeShape() {
        return timeShape;
    }

    /** Whether it holds amounts with a decimal comma. */
    public boolean hasDecimalComma() {
        return amounts.comma() > 0;
    }

    FieldColumn column() {
        return column;
    }

    TimeOrder times() {
        return times;
    }

    Amounts amounts() {
        return amounts;
    }

    /** Share of values that are codes of currencies. */
    double currencyShare() {
        return currencyShare;
    }

    double kindShare(FieldKind kind) {
        return share(kinds.getOrDefault(kind, 0));
    }

    /** The values with their counts, in the order of first appearance. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Share of values that could be an id: short, without blanks, and no fraction. */
    double idShare() {
        int ids = 0;
        for (FieldColumn.Value value : column.values()) {
            ids += isId(value) ? 1 : 0;
        }
        return share(ids);
    }

    /** Share of values that hold a digit. */
    double digitShare() {
        int digits = 0;
        for (FieldColumn.Value value : column.values()) {
            digits += value.text().chars().anyMatch(Character::isDigit) ? 1 : 0;
        }
        return share(digits);
    }

    private static boolean isId(FieldColumn.Value value) {
        String text = value.text();
        return switch (value.kind()) {
            case TEXT -> text.length() <= 64 && text.indexOf(' ') < 0;
            case NUMBER -> text.chars().allMatch(c -> c >= '0' && c <= '9');
            case OTHER -> false;
        };
    }

    private double share(int part) {
        return column.values().isEmpty() ? 0 : (double) part / column.values().size();
    }

    private static boolean isCurrency(String text) {
        return text.length() == 3 && CURRENCIES.contains(text);
    }

    private static Optional<TimeShape> shapeOf(FieldColumn column) {
        int most = 0;
        Optional<TimeShape> best = Optional.empty();
        for (TimeShape shape : TimeShape.values()) {
            int count = 0;
            for (FieldColumn.Value value : column.values()) {
                OptionalLong millis =
                        value.kind() == FieldKind.OTHER
                                ? OptionalLong.empty()
                                : shape.millis(value.text().strip());
                count += millis.isPresent() ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = Optional.of(shape);
            }
        }
        return most >= TIME_SHARE_MIN * column.values().size() ? best : Optional.empty();
    }
}
