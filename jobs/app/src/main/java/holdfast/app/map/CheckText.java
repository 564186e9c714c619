package holdfast.app.map;

import holdfast.core.mapping.FieldRole;
import java.util.List;
import java.util.Map;

/** A verified mapping for people. */
final class CheckText {

    private final StringBuilder text = new StringBuilder();

    private CheckText() {}

    static String of(Report report, String playbook) {
        CheckText page = new CheckText();
        FatesText fates = new FatesText(page::line);
        page.line(
                FatesText.format(
                        "%,d records of %s under %s",
                        report.fates().records(), report.source(), playbook));
        fates.fates(report.fates());
        report.coverage().filter(it -> it.records() > 0).ifPresent(page::coverage);
        if (!report.fates().eventNames().isEmpty()) {
            page.line("events, and their categories:");
            fates.eventNames(report.fates(), report.playbook());
        }
        return page.text.toString();
    }

    private void coverage(FieldCoverage coverage) {
        line("fields, and the share of JSON records that they are used in:");
        for (Map.Entry<FieldRole, List<FieldCoverage.Slot>> role : coverage.byRole().entrySet()) {
            StringBuilder paths = new StringBuilder();
            for (FieldCoverage.Slot slot : role.getValue()) {
                double percent = 100.0 * slot.used() / coverage.records();
                paths.append(FatesText.format("  %s %.0f %%", slot.path(), percent));
            }
            double percent = 100 * coverage.share(role.getKey());
            line(FatesText.format("  %-11s %5.1f %%%s", role.getKey().label(), percent, paths));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
