package holdfast.app.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.backtest.AlertGroup.Case;
import holdfast.app.backtest.Comparison.Side;
import holdfast.core.evaluation.Figures;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a comparison for machines. A figure that has no meaning is null. */
final class ComparisonFile {

    private static final int EXAMPLES_MAX = 1_000;

    private final JsonGenerator json;

    private ComparisonFile(JsonGenerator json) {
        this.json = json;
    }

    static void write(Path file, RunFacts facts, Comparison compared) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("command", facts.command());
            json.writeStringField("version", facts.version());
            json.writeStringField("sha256", facts.log().sha256());
            ComparisonFile written = new ComparisonFile(json);
            written.side("a", compared.a());
            written.side("b", compared.b());
            written.alerts("lost", compared.lost());
            written.alerts("gained", compared.gained());
            written.alerts("kept", compared.kept());
            json.writeNumberField("kept_sooner_in_b_millis", compared.soonerMillis());
            json.writeEndObject();
        }
    }

    private void side(String name, Side side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", side.contender().name());
        json.writeStringField("playbook", side.past().playbook().name());
        json.writeNumberField("playbook_version", side.past().playbook().version());
        if (side.means().isPresent()) {
            Figures means = side.means().get();
            number("roc_auc", means.rocAuc());
            number("log_loss", means.logLoss());
            number("ece", means.ece());
            number("value10_el", means.value10ExpectedLoss());
        }
        json.writeNumberField("alerts_a_week", side.perWeek());
        json.writeNumberField("alerts_in_the_busiest_week", side.busiestWeek());
        group(side.all());
        json.writeEndObject();
    }

    private void alerts(String name, AlertGroup group) throws IOException {
        json.writeObjectFieldStart(name);
        group(group);
        json.writeArrayFieldStart("examples");
        for (Case each : group.examples(EXAMPLES_MAX)) {
            json.writeStartObject();
            json.writeStringField("customer_id", each.opening().customerId());
            json.writeStringField(
                    "opened_at", Instant.ofEpochMilli(each.opening().openedAtMillis()).toString());
            number("probability", each.opening().probability());
            number("money_at_risk", group.money(each));
            json.writeStringField("verdict", each.verdict().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void group(AlertGroup group) throws IOException {
        json.writeNumberField("alerts", group.size());
        json.writeNumberField("judged", group.judged());
        json.writeNumberField("then_left", group.right());
        number("money_at_risk", group.moneyAtRisk());
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
