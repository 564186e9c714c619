package holdfast.app.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.doctor.Finding.Mark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Findings and their sum, for people and for machines. */
record Report(List<Finding> findings) {

    Report {
        findings = List.copyOf(findings);
    }

    /** What all rules say of the facts. */
    static Report of(Deployment deployment, Facts facts) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new BrokerRules(deployment, facts).findings());
        findings.addAll(new TopicRules(deployment, facts).findings());
        findings.addAll(new KeepingRules(deployment, facts).findings());
        findings.addAll(new ClockRules(deployment, facts).findings());
        findings.addAll(new RecordRules(deployment, facts).findings());
        return new Report(findings);
    }

    boolean failed() {
        return count(Mark.FAIL) > 0;
    }

    /** One line a finding, and one for the sum. */
    String text() {
        StringBuilder page = new StringBuilder();
        for (Finding finding : findings) {
            page.append(
                    "%-4s  %-12s  %s".formatted(finding.mark(), finding.check(), finding.text()));
            if (!finding.fix().isEmpty()) {
                page.append("  ->  ").append(finding.fix());
            }
            page.append('\n');
        }
        return page + summary() + "\n";
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (Mark mark : Mark.values()) {
                json.writeNumberField(mark.toString(), count(mark));
            }
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("mark", finding.mark().toString());
                json.writeStringField("check", finding.check());
                json.writeStringField("text", finding.text());
                json.writeStringField("fix", finding.fix());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private String summary() {
        return "%d ok, %d to watch, %d to mend"
                .formatted(count(Mark.OK), count(Mark.WARN), count(Mark.FAIL));
    }

    private long count(Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark).count();
    }
}
