package holdfast.app.models;

import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.OutcomeModel;
import holdfast.core.score.WeightWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Published models for people. */
final class ModelWords {

    private final Playbook playbook;
    private final Published published;
    private final long atMillis;

    ModelWords(Playbook playbook, Published published, long atMillis) {
        this.playbook = playbook;
        this.published = published;
        this.atMillis = atMillis;
    }

    /** A table, and below it one line that says which one decides. */
    String list(String place) {
        if (published.models().isEmpty()) {
            return "nothing is published on " + place + "; " + inForce() + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("offset", "version", "effective from", "state", "what it is"));
        published.models().forEach(model -> rows.add(row(model)));
        StringBuilder page = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                page.append(padded(row.get(column), width(rows, column)));
            }
            page.setLength(page.toString().stripTrailing().length());
            page.append('\n');
        }
        long accepted = published.accepted();
        return page.append(
                        "%s, checked against playbook %s: %d accepted, %d refused; %s%n"
                                .formatted(
                                        place,
                                        playbook.name(),
                                        accepted,
                                        published.models().size() - accepted,
                                        inForce()))
                .toString();
    }

    /** One model: each outcome's prior, then its weights, the strongest first. */
    String show(PublishedModel model) {
        StringBuilder page = new StringBuilder();
        page.append(
                "model %s, offset %d, effective from %s: %s%n"
                        .formatted(
                                model.version(),
                                model.offset(),
                                instant(model.effectiveFromMillis()),
                                state(model)));
        Published.text(model).outcomes().forEach((id, outcome) -> show(id, outcome, page));
        return page.toString();
    }

    /** Which one decides at the instant. */
    String inForce() {
        return published
                .inForce(atMillis)
                .map(
                        model ->
                                "in force at %s: %s, since %s%s"
                                        .formatted(
                                                instant(atMillis),
                                                model.version(),
                                                instant(model.effectiveFromMillis()),
                                                model.isPinned() ? pinned() : ""))
                .orElse(
                        "in force at %s: the model that the job was started with, or the defaults"
                                .formatted(instant(atMillis)));
    }

    private String pinned() {
        List<PublishedModel> waiting = published.waiting(atMillis);
        return waiting.isEmpty()
                ? ", pinned; none waits"
                : ", pinned; %d waiting, the newest is %s (models release lets it take over)"
                        .formatted(waiting.size(), waiting.get(waiting.size() - 1).version());
    }

    static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private List<String> row(PublishedModel model) {
        String state = state(model);
        String offset = Long.toString(model.offset());
        if (!model.isAccepted()) {
            return List.of(offset, "", "", state, String.join("; ", model.model().lines()));
        }
        return List.of(
                offset,
                model.version(),
                instant(model.effectiveFromMillis()),
                state,
                Published.text(model).outcomes().entrySet().stream()
                        .map(this::outcome)
                        .collect(Collectors.joining("; ")));
    }

    private String state(PublishedModel model) {
        return State.of(model, published, atMillis).word() + (model.isPinned() ? ", pinned" : "");
    }

    private String outcome(Map.Entry<Integer, OutcomeModel> outcome) {
        return "%s: %s, %s customers"
                .formatted(
                        playbook.outcome(outcome.getKey()).name(),
                        Source.of(outcome.getValue()).word(),
                        count(outcome.getValue().fitted().customers()));
    }

    private void show(int id, OutcomeModel model, StringBuilder page) {
        Outcome outcome = playbook.outcome(id);
        BgNbd prior = model.prior();
        page.append(
                "%noutcome %s: %s%n"
                        .formatted(
                                outcome.name(),
                                model.linear().isPresent()
                                        ? "learned, on top of a prior"
                                        : "scored by the " + Source.of(model).word() + " alone"));
        page.append(
                String.format(
                        Locale.ROOT,
                        "  prior of %s customers: r %.3f, alpha %.3f weeks, a %.3f, b %.3f%n",
                        count(model.fitted().customers()),
                        prior.r(),
                        prior.alpha(),
                        prior.a(),
                        prior.b()));
        model.linear().ifPresent(linear -> show(linear, outcome, page));
    }

    private void show(LinearWeights linear, Outcome outcome, StringBuilder page) {
        List<WeightWords.Said> all = WeightWords.of(linear, outcome, playbook);
        int width = all.stream().mapToInt(said -> said.code().length()).max().orElse(0);
        page.append("  weights, the strongest over the range seen in training first:\n");
        for (WeightWords.Said said : all) {
            String code = padded(said.code(), width).toLowerCase(Locale.ROOT);
            page.append("    ").append(code).append(said.sentence()).append('\n');
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
