package holdfast.app.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.core.evaluation.Figures;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.time.Durations;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the figures of a run for machines. A figure that has no meaning is null.
 *
 * <p>Figures of the judgement have the names that the scoreboards use.
 */
final class SummaryFile {

    private final JsonGenerator json;

    private SummaryFile(JsonGenerator json) {
        this.json = json;
    }

    static void write(Path file, RunFacts facts, Past past, Backtest.Result result)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            new SummaryFile(json).write(facts, past, result);
        }
    }

    private void write(RunFacts facts, Past past, Backtest.Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", facts.command());
        json.writeStringField("version", facts.version());
        json.writeNumberField("wall_seconds", facts.wallSeconds());
        events(facts, past);
        playbook(past);
        json.writeStringField("scorer", facts.scorer());
        json.writeArrayFieldStart("cutoffs");
        for (Lessons.AtCutoff at : new Lessons(result).atCutoffs()) {
            cutoff(at);
        }
        json.writeEndArray();
        Optional<Figures> means = Means.of(result.cohorts());
        if (means.isPresent()) {
            json.writeObjectFieldStart("mean");
            json.writeNumberField("churn_rate", means.get().churnRate());
            figures(means.get());
            json.writeEndObject();
        } else {
            json.writeNullField("mean");
        }
        json.writeNumberField("alerts_opened", result.openings().size());
        json.writeEndObject();
    }

    private void events(RunFacts facts, Past past) throws IOException {
        json.writeObjectFieldStart("events");
        json.writeStringField("file", facts.file());
        json.writeStringField("sha256", facts.log().sha256());
        json.writeNumberField("rows", facts.log().rows());
        json.writeNumberField("rows_used", past.log().size());
        json.writeNumberField("rows_rejected", facts.rejectedRows());
        json.writeObjectFieldStart("rejected");
        for (Map.Entry<String, Long> reason : new TreeMap<>(facts.rejected()).entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        json.writeBooleanField("sorted", facts.log().sorted());
        json.writeNumberField("customers", past.log().customerIds().size());
        if (past.log().size() > 0) {
            json.writeStringField("first_at", at(past.log().timeMillis(0)));
            json.writeStringField("last_at", at(past.endMillis()));
        }
        json.writeEndObject();
    }

    private void playbook(Past past) throws IOException {
        json.writeObjectFieldStart("playbook");
        json.writeStringField("name", past.playbook().name());
        json.writeNumberField("version", past.playbook().version());
        json.writeStringField("zone", past.playbook().zone().getId());
        json.writeStringField("outcome", past.outcome().name());
        json.writeStringField("when", past.outcome().kind().label());
        json.writeStringField("horizon", Durations.print(past.outcome().horizonMillis()));
        json.writeStringField(
                "active_within", Durations.print(past.outcome().activeWithinMillis()));
        json.writeEndObject();
    }

    private void cutoff(Lessons.AtCutoff at) throws IOException {
        ScoredCohort scored = at.cohort();
        json.writeStartObject();
        json.writeStringField("cutoff", scored.cohort().cutoff().text());
        json.writeBooleanField("judged", scored.judged());
        json.writeNumberField("n", scored.cohort().size());
        if (scored.judged()) {
            json.writeNumberField("churn_rate", scored.cohort().churnRate());
            figures(Figures.of(scored.customers(), scored.expectedLosses()));
        }
        prior(scored.fit());
        new SummaryLearning(json).write(at);
        json.writeEndObject();
    }

    private void figures(Figures figures) throws IOException {
        number("roc_auc", figures.rocAuc());
        number("pr_auc", figures.prAuc());
        number("log_loss", figures.logLoss());
        number("brier", figures.brier());
        number("ece", figures.ece());
        number("lift10", figures.lift10());
        number("value10", figures.value10());
        number("value10_rv", figures.value10RiskValue());
        number("value10_el", figures.value10ExpectedLoss());
        number("value10_max", figures.value10Max());
        number("value10_valueonly", figures.value10ValueOnly());
    }

    private void prior(BgNbdFit.Fit fit) throws IOException {
        json.writeObjectFieldStart("prior");
        json.writeNumberField("r", fit.model().r());
        json.writeNumberField("alpha_weeks", fit.model().alpha());
        json.writeNumberField("a", fit.model().a());
        json.writeNumberField("b", fit.model().b());
        number("log_likelihood", fit.logLikelihood());
        json.writeNumberField("customers", fit.customers());
        json.writeBooleanField("converged", fit.converged());
        json.writeStringField("source", fit.source().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
