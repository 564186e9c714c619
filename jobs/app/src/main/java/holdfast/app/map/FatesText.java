package holdfast.app.map;

import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.document.Nearest;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Playbook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says what became of records and what their events were called, line by line. */
final class FatesText {

    private static final int NAMES_MAX = 30;

    private final Consumer<String> line;

    FatesText(Consumer<String> line) {
        this.line = line;
    }

    void fates(Fates fates) {
        fate(Fate.SCORED, fates.scoredCount(), fates);
        fate(Fate.DUPLICATE, fates.duplicateCount(), fates);
        fate(Fate.UNIDENTIFIED, fates.unidentifiedCount(), fates);
        fate(Fate.DEAD_LETTERED, fates.deadLettered(), fates);
        for (Map.Entry<RejectReason, Fates.Refused> entry : fates.refusals()) {
            line.accept(
                    format(
                            "    %-22s %,8d  %s; at %s",
                            entry.getKey().label(),
                            entry.getValue().count(),
                            entry.getKey().advice(),
                            String.join(", ", entry.getValue().places())));
        }
    }

    private void fate(Fate fate, long count, Fates all) {
        if (count > 0 || fate == Fate.SCORED) {
            double percent = 100.0 * count / Math.max(1, all.records());
            line.accept(format("  %-24s %,8d  %5.1f %%", fate.label(), count, percent));
        }
    }

    void eventNames(Fates fates, Playbook playbook) {
        Set<String> known = knownNames(playbook);
        List<Map.Entry<String, Long>> names = fates.eventNames();
        for (Map.Entry<String, Long> name : names.subList(0, Math.min(NAMES_MAX, names.size()))) {
            line.accept(
                    format(
                            "  %,8d  %-32s %s",
                            name.getValue(),
                            Fates.shown(name.getKey()),
                            category(name.getKey(), playbook, known)));
        }
        if (names.size() > NAMES_MAX) {
            line.accept(format("  and %,d names more", names.size() - NAMES_MAX));
        }
    }

    private static String category(String name, Playbook playbook, Set<String> known) {
        Category category = playbook.categoryOf(name);
        if (category.id() != Category.OTHER.id()) {
            return category.name();
        }
        return nearest(name, known)
                .map(
                        near ->
                                "in no category; nearest: %s (%s)"
                                        .formatted(near, playbook.categoryOf(near).name()))
                .orElse("in no category");
    }

    /** The event of the playbook that a name most likely means. */
    static Optional<String> nearest(String name, Set<String> known) {
        return Nearest.of(name.replace('_', ' '), known)
                .or(() -> Nearest.of(name.replace(' ', '_'), known));
    }

    /** Every event that a playbook names. */
    static Set<String> knownNames(Playbook playbook) {
        Set<String> known = new LinkedHashSet<>();
        playbook.categories().forEach(category -> known.addAll(category.events()));
        return known;
    }

    static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
