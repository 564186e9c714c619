package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the special days of one playbook. */
final class CalendarReading {
    private CalendarReading() {}

    static List<SpecialDays> of(Field field) {
        List<SpecialDays> days = new ArrayList<>();
        if (field.isPresent()) {
            for (Field item : field.items()) {
                specialDays(item.section("the calendar's entry")).ifPresent(days::add);
            }
        }
        return days;
    }

    private static Optional<SpecialDays> specialDays(Section section) {
        String name = section.field("name").text();
        Optional<LocalDate> from = section.field("from").parsed(CalendarReading::day);
        Optional<LocalDate> until = section.field("until").parsed(CalendarReading::day);
        Optional<SpecialDays.Effect> effect = section.field("effect").choice(effects());
        return section.build(
                () ->
                        new SpecialDays(
                                name,
                                from.orElseThrow(),
                                until.orElseThrow(),
                                effect.orElseThrow()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "must be a day such as 2026-08-03 (got \"" + text + "\")", wrong);
        }
    }

    private static Map<String, SpecialDays.Effect> effects() {
        Map<String, SpecialDays.Effect> effects = new LinkedHashMap<>();
        for (SpecialDays.Effect effect : SpecialDays.Effect.values()) {
            effects.put(effect.label(), effect);
        }
        return effects;
    }
}
