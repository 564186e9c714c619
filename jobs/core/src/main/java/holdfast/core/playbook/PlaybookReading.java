package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Nearest;
import holdfast.core.document.Section;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The reading of one playbook from its topmost section. */
final class PlaybookReading {
    private final Section root;

    PlaybookReading(Section root) {
        this.root = root;
    }

    Optional<Playbook> playbook() {
        String name = root.field("playbook").text();
        int version = (int) root.field("version").whole(1, Integer.MAX_VALUE);
        ZoneId zone = zone(root.field("zone"));
        Currency currency = currency(root.field("currency"));
        Optional<Mapping> mapping = mapping(root.field("mapping"));
        CategoryReading categories = CategoryReading.of(root.field("categories"));
        OutcomeReading outcomes = OutcomeReading.of(root.field("outcomes"), categories.ids());
        List<Policy> policies = PolicyReading.of(root.field("policies"), outcomes);
        Optional<Bands> bands = bands(root.field("bands"));
        List<SpecialDays> days = CalendarReading.of(root.field("calendar"));
        return root.build(
                () ->
                        new Playbook(
                                        name,
                                        version,
                                        zone,
                                        currency,
                                        mapping.orElseThrow(),
                                        categories.categories(),
                                        outcomes.outcomes(),
                                        policies,
                                        bands.orElseThrow())
                                .withCalendar(new Calendar(days)));
    }

    private static ZoneId zone(Field field) {
        return field.parsed(PlaybookReading::zoneNamed).orElse(ZoneId.of("UTC"));
    }

    private static ZoneId zoneNamed(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw unknown("zone", name, new TreeSet<>(ZoneId.getAvailableZoneIds()), unknown);
        }
    }

    private static Currency currency(Field field) {
        return field.parsed(PlaybookReading::currencyNamed).orElse(Currency.getInstance("EUR"));
    }

    private static Currency currencyNamed(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            TreeSet<String> known = new TreeSet<>();
            Currency.getAvailableCurrencies().forEach(each -> known.add(each.getCurrencyCode()));
            throw unknown("currency", code, known, unknown);
        }
    }

    private static IllegalArgumentException unknown(
            String what, String word, Iterable<String> known, RuntimeException cause) {
        String nearest =
                Nearest.of(word, known).map(each -> "; did you mean " + each + "?").orElse("");
        String shown = word.substring(0, Math.min(60, word.length()));
        return new IllegalArgumentException(
                "is not a known %s: %s%s".formatted(what, shown, nearest), cause);
    }

    private static Optional<Bands> bands(Field field) {
        if (!field.isPresent()) {
            return Optional.of(Bands.DEFAULT);
        }
        Section section = field.section("bands");
        double elevated = section.field("elevated").numberOr(Bands.DEFAULT.elevated());
        double high = section.field("high").numberOr(Bands.DEFAULT.high());
        double critical = section.field("critical").numberOr(Bands.DEFAULT.critical());
        return section.build(() -> new Bands(elevated, high, critical));
    }

    private static Optional<Mapping> mapping(Field field) {
        if (!field.isPresent()) {
            return Optional.of(Mapping.DEFAULT);
        }
        Section section = field.section("mapping");
        List<FieldPath> customer = paths(section, "customer", Mapping::customer);
        List<FieldPath> event = paths(section, "event", Mapping::event);
        List<FieldPath> time = paths(section, "time", Mapping::time);
        List<FieldPath> messageId = paths(section, "message-id", Mapping::messageId);
        List<FieldPath> amount = paths(section, "amount", Mapping::amount);
        List<FieldPath> currency = paths(section, "currency", Mapping::currency);
        List<FieldPath> refersTo = paths(section, "refers-to", Mapping::refersTo);
        return section.build(
                () -> new Mapping(customer, event, time, messageId, amount, currency, refersTo));
    }

    private static List<FieldPath> paths(
            Section section, String key, Function<Mapping, List<FieldPath>> byDefault) {
        Field field = section.field(key);
        if (!field.isPresent()) {
            return byDefault.apply(Mapping.DEFAULT);
        }
        return field.items().stream()
                .flatMap(item -> item.parsed(FieldPath::parse).stream())
                .toList();
    }
}
