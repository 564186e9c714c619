package holdfast.app.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.mapping.Candidate;
import holdfast.core.mapping.Choice;
import holdfast.core.mapping.FieldRole;
import holdfast.core.mapping.Proposal;
import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A report as one JSON object, on one line. */
final class ReportJson {

    private final JsonGenerator json;
    private final Report report;

    private ReportJson(JsonGenerator json, Report report) {
        this.json = json;
        this.report = report;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new ReportJson(json, report).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("source", report.source());
        json.writeStringField("playbook", report.playbook().name());
        if (report.columns().isPresent()) {
            json.writeStringField("columns", report.columns().get().text());
        }
        if (report.proposal().isPresent()) {
            proposal(report.proposal().get());
        }
        if (report.coverage().isPresent()) {
            coverage(report.coverage().get());
        }
        fates(report.fates());
        eventNames(report.fates());
        json.writeEndObject();
    }

    private void proposal(Proposal proposal) throws IOException {
        if (proposal.form().isPresent()) {
            json.writeStringField("form", proposal.form().get());
        }
        if (proposal.mapping().isPresent() && !report.csv()) {
            mapping(proposal.mapping().get());
        }
        json.writeArrayFieldStart("choices");
        for (FieldRole role : new TreeSet<>(proposal.choices().keySet())) {
            Choice choice = proposal.choice(role);
            json.writeStartObject();
            json.writeStringField("role", role.label());
            json.writeBooleanField("sure", choice.isSure());
            candidates("chosen", choice.chosen());
            candidates("runners_up", choice.runnersUp());
            texts("doubts", choice.doubts());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("warnings", proposal.warnings());
    }

    private void mapping(Mapping mapping) throws IOException {
        json.writeObjectFieldStart("mapping");
        for (FieldRole role : FieldRole.values()) {
            texts(role.label(), role.paths(mapping).stream().map(FieldPath::text).toList());
        }
        json.writeEndObject();
    }

    private void candidates(String name, List<Candidate> candidates) throws IOException {
        json.writeArrayFieldStart(name);
        for (Candidate candidate : candidates) {
            json.writeStartObject();
            json.writeStringField("path", candidate.path());
            json.writeNumberField("points", candidate.points());
            json.writeNumberField("coverage", candidate.facts().coverage());
            json.writeNumberField("distinct", candidate.facts().distinct());
            json.writeNumberField("distinct_share", candidate.facts().distinctShare());
            json.writeStringField("kind", candidate.facts().kind().label());
            texts("reasons", candidate.reasons());
            texts("shapes", candidate.facts().shapes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void coverage(FieldCoverage coverage) throws IOException {
        json.writeArrayFieldStart("fields");
        for (Map.Entry<FieldRole, List<FieldCoverage.Slot>> role : coverage.byRole().entrySet()) {
            for (FieldCoverage.Slot slot : role.getValue()) {
                json.writeStartObject();
                json.writeStringField("role", role.getKey().label());
                json.writeStringField("path", slot.path());
                json.writeNumberField("records", slot.used());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void fates(Fates fates) throws IOException {
        json.writeNumberField("records", fates.records());
        json.writeObjectFieldStart("fates");
        json.writeNumberField(Fate.SCORED.label(), fates.scoredCount());
        json.writeNumberField(Fate.DUPLICATE.label(), fates.duplicateCount());
        json.writeNumberField(Fate.UNIDENTIFIED.label(), fates.unidentifiedCount());
        json.writeNumberField(Fate.DEAD_LETTERED.label(), fates.deadLettered());
        json.writeEndObject();
        json.writeArrayFieldStart("dead_letters");
        for (Map.Entry<RejectReason, Fates.Refused> refusal : fates.refusals()) {
            json.writeStartObject();
            json.writeStringField("reason", refusal.getKey().label());
            json.writeNumberField("records", refusal.getValue().count());
            texts("places", refusal.getValue().places());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void eventNames(Fates fates) throws IOException {
        json.writeArrayFieldStart("events");
        for (Map.Entry<String, Long> name : fates.eventNames()) {
            json.writeStartObject();
            json.writeStringField("name", Fates.shown(name.getKey()));
            json.writeNumberField("records", name.getValue());
            json.writeStringField("category", report.playbook().categoryOf(name.getKey()).name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
