package holdfast.app.why;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A score message in words: the score, what it is made of, and how each policy sees it. */
final class ScoreText {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ScoreText() {}

    static String of(JsonTree score) {
        ScoreText words = new ScoreText();
        words.heading(score);
        score.list("outcomes").forEach(words::outcome);
        score.list("policies").forEach(words::policy);
        return words.text.toString().stripTrailing();
    }

    private void heading(JsonTree score) {
        line(
                "%s as of %s, by playbook %s version %s and model %s",
                score.text("customer_id"),
                minutes(score.text("scored_at")),
                score.text("playbook"),
                score.text("playbook_version"),
                score.text("model_version"));
        double percentile = score.number("percentile");
        String rank =
                Double.isNaN(percentile)
                        ? ""
                        : String.format(
                                Locale.ROOT, ", among the top %.0f %%", topPercent(percentile));
        line(
                "worth %s %s over the horizon%s; at risk of it %s %s",
                score.text("currency"),
                score.text("value"),
                rank,
                score.text("currency"),
                score.text("value_at_risk"));
    }

    private void outcome(JsonTree outcome) {
        line("");
        line(
                "%s: risk %s, band %s",
                outcome.text("outcome"),
                percent(outcome.number("probability")),
                outcome.text("band").toLowerCase(Locale.ROOT));
        for (JsonTree reason : outcome.list("reasons")) {
            boolean points = reason.text("scale").equals("PROBABILITY");
            double contribution = reason.number("contribution");
            line(
                    "  %-9s %-22s %s",
                    points ? percent(contribution) : text("%+.2f logit", contribution),
                    reason.text("code").toLowerCase(Locale.ROOT).replace('_', ' '),
                    reason.text("evidence"));
        }
        if (!outcome.text("crosses_at").isEmpty()) {
            line(
                    "  if nothing happens the band becomes %s on %s",
                    outcome.text("next_band").toLowerCase(Locale.ROOT),
                    minutes(outcome.text("crosses_at")));
        }
    }

    private void policy(JsonTree policy) {
        line("");
        line(
                "policy %s (opens at %s): %s",
                policy.text("policy"),
                percent(policy.number("threshold")),
                state(policy.text("state")));
        for (JsonTree gate : policy.list("gates")) {
            line(
                    "  %-7s %-13s %s",
                    gate.truth("passed") ? "passed" : "FAILED",
                    gate.text("name").toLowerCase(Locale.ROOT).replace('_', ' '),
                    gate.text("evidence"));
        }
        String when = policy.text("next_at");
        line("  next: %s%s", policy.text("next"), when.isEmpty() ? "" : " on " + minutes(when));
    }

    private static String state(String state) {
        return switch (state) {
            case "WATCHING" -> "watching";
            case "OPEN" -> "an alert is open";
            case "HELD" -> "an alert is held back";
            case "SPENT" -> "the alert about this silence has closed already";
            case "OUT_OF_SCOPE" -> "not concerned: gone, or silent for too long";
            default -> state;
        };
    }

    private static double topPercent(double percentile) {
        return Math.max(1, 100 - percentile);
    }

    private static String percent(double share) {
        return text("%.0f %%", 100 * share);
    }

    private static String minutes(String instant) {
        try {
            return MINUTES.format(Instant.parse(instant));
        } catch (DateTimeParseException odd) {
            return instant;
        }
    }

    private void line(String format, Object... figures) {
        text.append(text(format, figures).stripTrailing()).append('\n');
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
