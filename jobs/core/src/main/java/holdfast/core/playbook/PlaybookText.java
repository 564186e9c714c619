package holdfast.core.playbook;

import holdfast.core.time.Durations;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a playbook as the YAML text that reads back as an equal one. */
final class PlaybookText {
    private final StringBuilder text = new StringBuilder();
    private final Playbook playbook;

    private PlaybookText(Playbook playbook) {
        this.playbook = playbook;
    }

    static String of(Playbook playbook) {
        return new PlaybookText(playbook).write();
    }

    private String write() {
        line("playbook: %s".formatted(quoted(playbook.name())));
        line("version: %s".formatted(playbook.version()));
        line("zone: %s".formatted(quoted(playbook.zone().getId())));
        line("currency: %s".formatted(playbook.currency().getCurrencyCode()));
        if (!playbook.mapping().equals(Mapping.DEFAULT)) {
            writeMapping(playbook.mapping());
        }
        if (!playbook.categories().isEmpty()) {
            line("categories:");
            playbook.categories().forEach(this::writeCategory);
        }
        line("outcomes:");
        playbook.outcomes().forEach(this::writeOutcome);
        line("policies:");
        playbook.policies().forEach(this::writePolicy);
        Bands bands = playbook.bands();
        line(
                "bands: {elevated: %s, high: %s, critical: %s}"
                        .formatted(
                                decimal(bands.elevated()),
                                decimal(bands.high()),
                                decimal(bands.critical())));
        if (!playbook.calendar().days().isEmpty()) {
            line("calendar:");
            playbook.calendar().days().forEach(this::writeSpecialDays);
        }
        return text.toString();
    }

    private void writeSpecialDays(SpecialDays days) {
        line(
                "  - {name: %s, from: %s, until: %s, effect: %s}"
                        .formatted(
                                quoted(days.name()),
                                days.from(),
                                days.until(),
                                days.effect().label()));
    }

    private void writeMapping(Mapping mapping) {
        line("mapping:");
        line("  customer: %s".formatted(paths(mapping.customer())));
        line("  event: %s".formatted(paths(mapping.event())));
        line("  time: %s".formatted(paths(mapping.time())));
        line("  message-id: %s".formatted(paths(mapping.messageId())));
        line("  amount: %s".formatted(paths(mapping.amount())));
        line("  currency: %s".formatted(paths(mapping.currency())));
        line("  refers-to: %s".formatted(paths(mapping.refersTo())));
    }

    private void writeCategory(Category category) {
        line(
                "  %s: {name: %s, events: %s, value: %s}"
                        .formatted(
                                category.id(),
                                quoted(category.name()),
                                texts(category.events()),
                                category.value().label()));
    }

    private void writeOutcome(Outcome outcome) {
        String by = "";
        if (outcome.kind() == OutcomeKind.CANCEL) {
            by = ", by: " + texts(names(outcome.cancelCategories()));
        }
        line(
                "  %s: {name: %s, when: %s, of: %s%s, horizon: %s, active-within: %s}"
                        .formatted(
                                outcome.id(),
                                quoted(outcome.name()),
                                outcome.kind().label(),
                                texts(names(outcome.activityCategories())),
                                by,
                                Durations.print(outcome.horizonMillis()),
                                Durations.print(outcome.activeWithinMillis())));
    }

    private void writePolicy(Policy policy) {
        line("  %s:".formatted(policy.id()));
        line("    name: %s".formatted(quoted(policy.name())));
        line("    outcome: %s".formatted(quoted(playbook.outcome(policy.outcomeId()).name())));
        line("    open-at: %s".formatted(decimal(policy.openAt())));
        line("    close-at: %s".formatted(decimal(policy.closeAt())));
        line("    escalate-at: %s".formatted(decimal(policy.escalateAt())));
        line("    quiet-for: %s".formatted(Durations.print(policy.quietForMillis())));
        line("    cool-down: %s".formatted(Durations.print(policy.coolDownMillis())));
        line("    expires-after: %s".formatted(Durations.print(policy.expiresAfterMillis())));
        line("    value-gate: %s".formatted(ValueGate.text(policy.valueGateShare())));
    }

    private List<String> names(Collection<Integer> categoryIds) {
        return categoryIds.stream().map(this::categoryName).toList();
    }

    private String categoryName(int id) {
        return playbook.categories().stream()
                .filter(category -> category.id() == id)
                .findFirst()
                .orElse(Category.OTHER)
                .name();
    }

    private static String paths(List<FieldPath> paths) {
        return texts(paths.stream().map(FieldPath::text).toList());
    }

    private static String texts(Collection<String> texts) {
        return texts.stream().map(PlaybookText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String decimal(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
