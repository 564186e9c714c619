package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Nearest;
import holdfast.core.document.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads parts declared under their ids, and the references to them by name. */
final class Numbered {
    private Numbered() {}

    /** The sections under their ids, in the order written. */
    static Map<Integer, Section> sections(Field field, String what, int idMax) {
        Map<Integer, Section> sections = new LinkedHashMap<>();
        for (Field entry : field.section(field.key()).entries()) {
            int id = id(entry.key());
            if (id < 1 || id > idMax) {
                entry.problem(
                        "%s id must be a whole number from 1 to %s".formatted(what, idMax)
                                + " (got \"%s\")".formatted(shown(entry.key())));
                continue;
            }
            sections.put(id, entry.section(what + " " + id));
        }
        return sections;
    }

    /** Notes the id behind a name that no other part may have. */
    static void name(Section section, String what, int id, Map<String, Integer> idByName) {
        Field field = section.field("name");
        String name = field.text();
        if (!name.isEmpty() && idByName.putIfAbsent(name, id) != null) {
            field.problem("two of the same %s name: \"%s\"".formatted(what, shown(name)));
        }
    }

    /** The id of the part that is meant by this name, if there is one. */
    static Optional<Integer> reference(
            Field field, String by, String what, Map<String, Integer> idByName) {
        String name = field.text();
        Integer id = idByName.get(name);
        if (id != null || name.isEmpty()) {
            return Optional.ofNullable(id);
        }
        SortedSet<String> known = new TreeSet<>(idByName.keySet());
        String nearest =
                Nearest.of(name, known).map(each -> "; nearest: \"" + each + "\"").orElse("");
        field.problem(
                "%s refers to \"%s\", which is not %s%s".formatted(by, shown(name), what, nearest));
        return Optional.empty();
    }

    private static int id(String key) {
        boolean digits = key.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && !key.isEmpty() && key.length() <= 4 ? Integer.parseInt(key) : -1;
    }

    private static String shown(String word) {
        return word.length() <= Ids.NAME_CHARS_MAX
                ? word
                : word.substring(0, Ids.NAME_CHARS_MAX) + "…";
    }
}
