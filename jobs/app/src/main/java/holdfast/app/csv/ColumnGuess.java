package holdfast.app.csv;

import holdfast.core.mapping.Candidate;
import holdfast.core.mapping.EventSample;
import holdfast.core.mapping.FieldKind;
import holdfast.core.mapping.FieldRole;
import holdfast.core.mapping.MappingInference;
import holdfast.core.mapping.Proposal;
import holdfast.core.mapping.TimeShape;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns of a foreign CSV file are what, from its first rows. */
public final class ColumnGuess {

    private static final Set<FieldRole> ROLES =
            Set.of(FieldRole.TIME, FieldRole.EVENT, FieldRole.CUSTOMER, FieldRole.AMOUNT);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private ColumnGuess() {}

    /**
     * The first rows as a sample whose fields are the columns.
     *
     * @param max how many rows at most
     */
    public static EventSample sample(Path file, int max) throws IOException {
        EventSample.Builder sample = new EventSample.Builder();
        try (LogBytes bytes = new LogBytes(file, count -> {})) {
            RowScanner rows = new RowScanner(bytes.plain());
            List<String> header = rows.next() ? Columns.fields(rows) : List.of();
            for (int row = 0; row < max && rows.next(); row++) {
                sample.next(0);
                List<String> fields = Columns.fields(rows);
                put(header, fields, sample);
            }
        }
        return sample.build();
    }

    private static void put(List<String> header, List<String> row, EventSample.Builder sample) {
        for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
            if (!row.get(i).isEmpty() && !header.get(i).isEmpty()) {
                sample.put(header.get(i), kind(row.get(i)), row.get(i));
            }
        }
    }

    /** A proposal for the columns that a log may have. */
    public static Proposal propose(EventSample rows, Playbook playbook) {
        return MappingInference.propose(rows, playbook, ROLES);
    }

    /** The columns that the first rows suggest, if all that are needed were found. */
    public static Optional<ColumnNames> of(Path file, int max) throws IOException {
        return names(propose(sample(file, max), Presets.ecommerce()));
    }

    /** A proposal as names of columns; empty as long as one that is needed is missing. */
    public static Optional<ColumnNames> names(Proposal proposal) {
        Optional<Candidate> customer = first(proposal, FieldRole.CUSTOMER);
        Optional<Candidate> time = first(proposal, FieldRole.TIME);
        Optional<Candidate> event = first(proposal, FieldRole.EVENT);
        Optional<Candidate> amount = first(proposal, FieldRole.AMOUNT);
        if (customer.isEmpty() || time.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        TimeForm form = time.get().facts().timeShape().map(ColumnGuess::form).orElse(TimeForm.ISO);
        boolean comma = amount.isPresent() && amount.get().facts().hasDecimalComma();
        return Optional.of(
                new ColumnNames(
                        customer.get().path(),
                        time.get().path(),
                        form,
                        event.get().path(),
                        amount.map(Candidate::path).orElse(ColumnNames.COMMON.amount()),
                        amount.isPresent(),
                        comma));
    }

    private static FieldKind kind(String field) {
        return NUMBER.matcher(field).matches() ? FieldKind.NUMBER : FieldKind.TEXT;
    }

    private static Optional<Candidate> first(Proposal proposal, FieldRole role) {
        return proposal.choice(role).chosen().stream().findFirst();
    }

    private static TimeForm form(TimeShape shape) {
        return switch (shape) {
            case ZONED, LOCAL, DATE, NANOS -> TimeForm.ISO;
            case SECONDS -> TimeForm.SECONDS;
            case MILLIS -> TimeForm.MILLIS;
            case MICROS -> TimeForm.MICROS;
            case DAY_FIRST -> TimeForm.DMY;
            case MONTH_FIRST -> TimeForm.MDY;
        };
    }
}
