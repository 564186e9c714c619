package holdfast.app.map;

import holdfast.core.mapping.Candidate;
import holdfast.core.mapping.Choice;
import holdfast.core.mapping.FieldFacts;
import holdfast.core.mapping.FieldRole;
import holdfast.core.mapping.Proposal;
import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import java.util.List;
import java.util.stream.Collectors;

/** A proposal as YAML: the mapping, and everything else in comments. */
final class SuggestText {

    private final Report report;
    private final Proposal proposal;
    private final StringBuilder text = new StringBuilder();

    private SuggestText(Report report) {
        this.report = report;
        this.proposal = report.proposal().orElseThrow();
    }

    static String of(Report report) {
        SuggestText page = new SuggestText(report);
        page.heading();
        if (report.csv()) {
            page.columns();
        } else {
            page.mapping();
        }
        page.why();
        page.warnings();
        page.trial();
        return page.text.toString();
    }

    private void heading() {
        comment(
                "%s: %s%s"
                        .formatted(
                                report.source(),
                                FatesText.format("%,d records", report.fates().records()),
                                proposal.form().map(form -> "; it looks like " + form).orElse("")));
    }

    private void columns() {
        comment(
                report.columns()
                        .map(
                                names ->
                                        "a log in CSV needs no mapping; for backtest, fit, replay"
                                                + " and map check:\n#   --columns "
                                                + names.shellText())
                        .orElse("no proposal: a column that is needed was not found"));
    }

    private void mapping() {
        if (proposal.mapping().isEmpty()) {
            boolean other = report.fates().records() > 0;
            comment(
                    other
                            ? "no record is JSON; Avro in single-object form needs no mapping"
                            : "no proposal: a field that is needed was not found");
            return;
        }
        Mapping mapping = proposal.mapping().get();
        text.append("mapping:\n");
        for (FieldRole role : YAML_ORDER) {
            String paths =
                    role.paths(mapping).stream()
                            .map(SuggestText::quoted)
                            .collect(Collectors.joining(", "));
            text.append("  %s: [%s]".formatted(role.label(), paths));
            text.append(proposal.choice(role).doubts().isEmpty() ? "" : "   # unsure, see below");
            text.append('\n');
        }
    }

    private static final List<FieldRole> YAML_ORDER =
            List.of(
                    FieldRole.CUSTOMER,
                    FieldRole.EVENT,
                    FieldRole.TIME,
                    FieldRole.MESSAGE_ID,
                    FieldRole.AMOUNT,
                    FieldRole.CURRENCY,
                    FieldRole.REFERS_TO);

    private static String quoted(FieldPath path) {
        String text = path.text();
        boolean plain = text.matches("[A-Za-z][A-Za-z0-9_.:-]*");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void why() {
        comment("");
        comment("why:");
        for (FieldRole role : YAML_ORDER) {
            if (!proposal.choices().containsKey(role)) {
                continue;
            }
            Choice choice = proposal.choice(role);
            String label = role.label();
            if (choice.chosen().isEmpty()) {
                comment(FatesText.format("  %-11s nothing looks like it", label));
            }
            for (Candidate candidate : choice.chosen()) {
                String reasons = String.join(", ", candidate.reasons());
                comment(FatesText.format("  %-11s %s: %s", label, candidate.path(), reasons));
                comment(FatesText.format("  %-11s   %s", "", facts(candidate.facts())));
                label = "";
            }
            for (Candidate candidate : choice.runnersUp()) {
                comment(
                        FatesText.format(
                                "  %-11s   or %s: %s",
                                "", candidate.path(), facts(candidate.facts())));
            }
        }
    }

    private static String facts(FieldFacts facts) {
        return FatesText.format(
                "%s, in %s of the records, %,d different (%s), like %s",
                facts.timeShape().map(shape -> shape.words()).orElse(facts.kind().label()),
                percent(facts.coverage()),
                facts.distinct(),
                percent(facts.distinctShare()),
                String.join(" | ", facts.shapes()));
    }

    private static String percent(double share) {
        return share > 0 && share < 0.01 ? "<1 %" : FatesText.format("%.0f %%", 100 * share);
    }

    private void warnings() {
        if (!proposal.warnings().isEmpty()) {
            comment("");
            comment("mind:");
            proposal.warnings().forEach(warning -> comment("  " + warning));
        }
    }

    private void trial() {
        if (report.fates().records() == 0) {
            return;
        }
        FatesText fates = new FatesText(this::comment);
        comment("");
        comment("what would become of these records:");
        fates.fates(report.fates());
        comment("");
        comment(
                "events, and their categories in the playbook %s:"
                        .formatted(report.playbook().name()));
        fates.eventNames(report.fates(), report.playbook());
    }

    private void comment(String line) {
        text.append(line.isEmpty() ? "#" : "# " + line).append('\n');
    }
}
