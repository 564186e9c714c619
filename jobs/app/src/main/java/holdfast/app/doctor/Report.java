package holdfast.app.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.app.doctor.Finding.Mark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings and their sum, for people and for machines. */
record Report(List<Finding> findings) {

    /** Stands for a topic's name in what is said of several. */
    private static final String ANY_TOPIC = "\0";

    Report {
        findings = List.copyOf(findings);
    }

    /** What all rules say of the facts. */
    static Report of(Deployment deployment, Facts facts) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new BrokerRules(deployment, facts).findings());
        findings.addAll(new TopicRules(deployment, facts).findings());
        if (facts.topics().isEmpty()) {
            return new Report(findings); // of nothing, nothing is well
        }
        findings.addAll(new KeepingRules(deployment, facts).findings());
        findings.addAll(new ClockRules(deployment, facts).findings());
        findings.addAll(new RecordRules(deployment, facts).findings());
        return new Report(findings);
    }

    boolean failed() {
        return count(Mark.FAIL) > 0;
    }

    /** One line a finding, those alike of several topics on one, and a line for the sum. */
    String text() {
        Map<Finding, List<String>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<String> topics =
                    alike.computeIfAbsent(anyTopic(finding), key -> new ArrayList<>());
            if (!finding.topic().isEmpty()) {
                topics.add(finding.topic());
            }
        }
        StringBuilder page = new StringBuilder();
        alike.forEach((finding, topics) -> page.append(line(finding, topics)));
        return page + summary() + "\n";
    }

    private static Finding anyTopic(Finding finding) {
        String topic = finding.topic();
        return topic.isEmpty()
                ? finding
                : new Finding(
                        finding.mark(),
                        finding.check(),
                        ANY_TOPIC,
                        finding.text().replace(topic, ANY_TOPIC),
                        finding.fix().replace(topic, ANY_TOPIC));
    }

    private static String line(Finding finding, List<String> topics) {
        String text = finding.text().replace(ANY_TOPIC, String.join(", ", topics));
        String line = "%-4s  %-12s  %s".formatted(finding.mark(), finding.check(), text);
        return line + (finding.fix().isEmpty() ? "" : "  ->  " + fix(finding, topics)) + "\n";
    }

    private static String fix(Finding finding, List<String> topics) {
        if (topics.size() < 2 || !finding.fix().contains(ANY_TOPIC)) {
            return finding.fix().replace(ANY_TOPIC, String.join("", topics));
        }
        return "for topic in %s; do %s; done"
                .formatted(String.join(" ", topics), finding.fix().replace(ANY_TOPIC, "$topic"));
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
                json.writeStringField("topic", finding.topic());
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
