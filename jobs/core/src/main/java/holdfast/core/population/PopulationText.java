package holdfast.core.population;

import holdfast.core.document.Checked;
import holdfast.core.document.DocumentReader;
import holdfast.core.document.Field;
import holdfast.core.document.Section;
import java.util.Currency;
import java.util.Optional;

/**
 * Population figures as one line of JSON, for publishing. The values' distribution is given as the
 * number of customers by the lower bound of their value's bucket.
 */
public final class PopulationText {
    private static final int FORMAT = 1;
    private static final long CUSTOMERS_MAX = 1_000_000_000_000L;

    private PopulationText() {}

    /** Writes the text that {@link #read} reads back as equal figures. */
    public static String write(Population population) {
        StringBuilder counts = new StringBuilder();
        for (int bucket = 0; bucket < LogBuckets.BUCKETS; bucket++) {
            long customers = population.values().count(bucket);
            if (customers > 0) {
                counts.append(counts.isEmpty() ? "" : ",");
                counts.append('"').append(LogBuckets.lowerBound(bucket)).append("\":");
                counts.append(customers);
            }
        }
        return "{\"format\":%s,\"version\":%s,\"effective_from_millis\":%s,\"currency\":\"%s\","
                        .formatted(
                                FORMAT,
                                population.version(),
                                population.effectiveFromMillis(),
                                population.currency().getCurrencyCode())
                + "\"customers\":%s,\"customers_by_value_minor\":{%s}}"
                        .formatted(population.customers(), counts);
    }

    /**
     * Reads published figures.
     *
     * @param documentName what messages call the document, such as a topic and an offset
     */
    public static Checked<Population> read(String documentName, String text) {
        return DocumentReader.read(documentName, "population", text, PopulationText::population);
    }

    private static Optional<Population> population(Section root) {
        root.field("format").whole(FORMAT, FORMAT);
        int version = (int) root.field("version").whole(1, Integer.MAX_VALUE);
        long fromMillis = root.field("effective_from_millis").whole(0, Long.MAX_VALUE);
        Optional<Currency> currency = root.field("currency").parsed(PopulationText::currency);
        Field customers = root.field("customers");
        long customersTotal = customers.whole(1, CUSTOMERS_MAX);
        LogBuckets values = values(root.field("customers_by_value_minor"));
        if (!root.isBroken() && customersTotal != values.count()) {
            customers.refuse(
                    "must be the sum of customers_by_value_minor, which is " + values.count());
        }
        return root.build(
                () -> new Population(version, fromMillis, currency.orElseThrow(), values));
    }

    private static LogBuckets values(Field field) {
        LogBuckets.Builder values = LogBuckets.builder();
        for (Field entry : field.section("customers_by_value_minor").entries()) {
            long customers = entry.whole(1, CUSTOMERS_MAX);
            int bucket = bucketAt(entry.key());
            if (bucket < 0) {
                entry.refuse("must stand under the lower bound of a bucket");
                continue;
            }
            values.addTo(bucket, customers);
        }
        return values.build();
    }

    private static int bucketAt(String key) {
        try {
            long bound = Long.parseLong(key);
            int bucket = LogBuckets.bucketOf(bound);
            boolean canonical = Long.toString(LogBuckets.lowerBound(bucket)).equals(key);
            return canonical ? bucket : -1;
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("is not a known currency", unknown);
        }
    }
}
