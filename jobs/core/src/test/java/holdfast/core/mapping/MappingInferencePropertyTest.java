package holdfast.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Presets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MappingInferencePropertyTest {

    private static final List<FieldKind> KINDS =
            List.of(FieldKind.TEXT, FieldKind.NUMBER, FieldKind.OTHER);

    @Property(tries = 300)
    void neverThrowsAndNeverNamesAFieldThatIsNotThere(@ForAll("rows") List<List<String>> rows) {
        EventSample.Builder builder = new EventSample.Builder();
        for (List<String> row : rows) {
            builder.next(row.size() % 3);
            for (int i = 0; i + 2 < row.size(); i += 3) {
                FieldKind kind = KINDS.get(row.get(i + 2).length() % KINDS.size());
                builder.put(row.get(i), kind, row.get(i + 1));
            }
        }
        EventSample sample = builder.build();

        Proposal proposal = MappingInference.propose(sample, Presets.ecommerce());

        List<String> paths = sample.columns().stream().map(FieldColumn::path).toList();
        for (FieldRole role : FieldRole.values()) {
            assertThat(proposal.choice(role).chosen())
                    .extracting(Candidate::path)
                    .doesNotHaveDuplicates()
                    .allMatch(paths::contains);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> path =
                Arbitraries.of(
                        "customer_id",
                        "user.id",
                        "ts",
                        "time",
                        "event",
                        "type",
                        "amount",
                        "currency",
                        "messageId",
                        "timestamp",
                        "id",
                        "a",
                        "refers_to_time",
                        "session");
        Arbitrary<String> text =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.strings().withChars("0123456789.,-:TZ").ofMaxLength(20),
                        Arbitraries.of("EUR", "2026-11-03T10:00:00Z", "1793700000", "purchase"));
        Arbitrary<String> any = Arbitraries.oneOf(path, text);
        return any.list().ofMaxSize(18).list().ofMaxSize(40);
    }
}
