package holdfast.app.map;

import holdfast.app.csv.ColumnNames;
import holdfast.core.mapping.Proposal;
import holdfast.core.playbook.Playbook;
import java.util.Optional;

/**
 * What a command found out.
 *
 * @param source where the events came from
 * @param playbook whose categories, refunds and currency were used
 * @param proposal of a mapping; empty when one was verified
 * @param columns of a CSV file; empty for JSON, and when a needed one was not found
 * @param csv whether the events are rows
 * @param fates of the sample; none when there was no mapping to try
 * @param coverage of the mapping's fields; empty for CSV and without a mapping
 */
record Report(
        String source,
        Playbook playbook,
        Optional<Proposal> proposal,
        Optional<ColumnNames> columns,
        boolean csv,
        Fates fates,
        Optional<FieldCoverage> coverage) {}
