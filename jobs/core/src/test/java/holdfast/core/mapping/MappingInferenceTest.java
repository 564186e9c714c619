package holdfast.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Presets;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class MappingInferenceTest {

    private static final long START_SECONDS = 1_793_700_000L;
    private static final long HOUR = 3_600;

    @Test
    void findsFieldsByTheirNamesAndValues() {
        Proposal proposal = propose(plain());

        assertThat(paths(proposal, FieldRole.CUSTOMER)).containsExactly("client_no");
        assertThat(paths(proposal, FieldRole.EVENT)).containsExactly("action");
        assertThat(paths(proposal, FieldRole.TIME)).containsExactly("ts:seconds");
        assertThat(proposal.choice(FieldRole.CUSTOMER).isSure()).isTrue();
        assertThat(proposal.form()).isEmpty();
    }

    @Test
    void prefersTheTimeThatRunsAlongToOneThatBelongsToTheCustomer() {
        SampleOf sample =
                plain().number("registration", i -> "" + (1_700_000_000L + 977L * (i % 7)));

        assertThat(paths(propose(sample), FieldRole.TIME)).containsExactly("ts:seconds");
    }

    @Test
    void saysWhenTwoFieldsAreAboutAsLikely() {
        SampleOf sample = plain().text("member_id", i -> "m-" + i % 11);

        Choice choice = propose(sample).choice(FieldRole.CUSTOMER);

        assertThat(choice.chosen()).hasSize(1);
        assertThat(choice.isSure()).isFalse();
        assertThat(choice.doubts()).hasSize(1).first().asString().contains("decide which it is");
    }

    @Test
    void hasNoDoubtBetweenFieldsThatSayTheSame() {
        SampleOf sample = plain().text("client_id", i -> "c" + i % 7);

        assertThat(propose(sample).choice(FieldRole.CUSTOMER).doubts()).isEmpty();
    }

    @Test
    void guessesByValuesAloneButSaysSo() {
        SampleOf sample =
                SampleOf.records(60)
                        .text("a", i -> "x" + i % 9)
                        .number("t", i -> "" + (START_SECONDS + i * HOUR))
                        .text("c", i -> i % 2 == 0 ? "bought" : "asked");

        Choice customer = propose(sample).choice(FieldRole.CUSTOMER);

        assertThat(customer.chosen()).extracting(Candidate::path).containsExactly("a");
        assertThat(customer.doubts()).anyMatch(doubt -> doubt.contains("a guess"));
    }

    @Test
    void addsFieldsThatFillTheGapsOfTheFirst() {
        SampleOf sample =
                SampleOf.records(60)
                        .number("ts", i -> "" + (START_SECONDS + i * HOUR))
                        .text("action", i -> "go")
                        .text("event_type", i -> i % 2 == 0 ? "in" : "out")
                        .text("customer_id", i -> i % 3 == 0 ? "" : "c" + i % 7)
                        .text("account.id", i -> i % 3 == 0 ? "c" + i % 7 : "");

        assertThat(paths(propose(sample), FieldRole.CUSTOMER))
                .containsExactly("customer_id", "account.id");
    }

    @Test
    void proposesNothingWhereNothingWillDo() {
        SampleOf sample = SampleOf.records(30).text("note", i -> "some words of " + i);

        Proposal proposal = propose(sample);

        assertThat(proposal.mapping()).isEmpty();
        assertThat(proposal.warnings())
                .anyMatch(warning -> warning.contains("no field looks like the customer"))
                .anyMatch(warning -> warning.contains("no field looks like the time"));
        assertThat(propose(SampleOf.records(0)).mapping()).isEmpty();
    }

    /** And so its warnings: a Map.copyOf would shuffle them anew in each run. */
    @Test
    void speaksOfRolesInTheSameOrderInEveryRun() {
        assertThat(propose(plain()).choices().keySet()).containsExactly(FieldRole.values());
    }

    @Test
    void tellsSessionsFromCustomers() {
        SampleOf sample =
                SampleOf.records(200)
                        .number("ts", i -> "" + (START_SECONDS + i / 4 * (12 * HOUR) + i % 4 * 60L))
                        .text("action", i -> i % 2 == 0 ? "in" : "out")
                        .text("visitor_id", i -> "v" + i / 4);

        assertThat(propose(sample).warnings())
                .anyMatch(warning -> warning.contains("may be a session"));
        assertThat(propose(plain()).warnings()).noneMatch(each -> each.contains("session"));
    }

    @Test
    void warnsOfAmountsInCentsAndWithCommas() {
        SampleOf cents = plain().number("price", i -> List.of("999", "1995", "4900").get(i % 3));
        SampleOf commas = plain().text("price", i -> i + ",95");
        SampleOf euros = plain().number("price", i -> i + ".95");

        assertThat(propose(cents).warnings()).anyMatch(each -> each.contains("minor units"));
        assertThat(propose(commas).warnings()).anyMatch(each -> each.contains("decimal comma"));
        assertThat(propose(euros).warnings())
                .noneMatch(each -> each.contains("minor units") || each.contains("comma"));
    }

    @Test
    void warnsOfCurrenciesThatAreNotThePlaybooks() {
        SampleOf both = plain().text("currency", i -> i % 2 == 0 ? "EUR" : "USD");
        SampleOf other = plain().text("currency", i -> "CHF");
        SampleOf ours = plain().text("currency", i -> "EUR");

        assertThat(propose(both).warnings()).anyMatch(each -> each.startsWith("2 currencies"));
        assertThat(propose(other).warnings()).anyMatch(each -> each.contains("currency: CHF"));
        assertThat(propose(ours).warnings()).noneMatch(each -> each.contains("currenc"));
    }

    @Test
    void warnsOfTimesThatHaveNoZoneOrCannotBeRead() {
        assertThat(
                        propose(timed("when", i -> "2026-11-%02d 10:00".formatted(1 + i / 3)))
                                .warnings())
                .anyMatch(each -> each.contains("no zone"));
        assertThat(propose(timed("when", i -> "%02d.11.2026".formatted(1 + i / 3))).warnings())
                .anyMatch(each -> each.contains("day first, which are refused"));
    }

    @Test
    void warnsOfManyRecordsWithoutACustomer() {
        SampleOf sample =
                SampleOf.records(60)
                        .number("ts", i -> "" + (START_SECONDS + i * HOUR))
                        .text("action", i -> i % 2 == 0 ? "in" : "out")
                        .text("user_id", i -> i % 4 == 0 ? "u" + i % 7 : "");

        assertThat(propose(sample).warnings())
                .anyMatch(each -> each.startsWith("75 % of the records name no customer"));
    }

    @Test
    void namesFieldsAndShapesButNeverAValue() {
        Proposal proposal = propose(plain().text("member_id", i -> "secret" + i % 11));

        for (FieldRole role : FieldRole.values()) {
            Choice choice = proposal.choice(role);
            for (Candidate candidate : choice.chosen()) {
                assertThat(candidate.facts().shapes()).noneMatch(it -> it.contains("secret"));
            }
            assertThat(choice.doubts() + "" + proposal.warnings()).doesNotContain("secret");
        }
    }

    @Test
    void twiceTheSameSampleGivesTwiceTheSameProposal() {
        Proposal first = propose(plain());
        Proposal second = propose(plain());

        assertThat(first.mapping()).isEqualTo(second.mapping());
        assertThat(first.warnings()).isEqualTo(second.warnings());
    }

    private static SampleOf plain() {
        return timed("ts", i -> "" + (START_SECONDS + i * HOUR));
    }

    private static SampleOf timed(String path, IntFunction<String> time) {
        return SampleOf.records(60)
                .text(path, time)
                .text("action", i -> i % 3 == 0 ? "opened" : "closed")
                .text("client_no", i -> "c" + i % 7)
                .text("city", i -> "Bremen");
    }

    private static Proposal propose(SampleOf sample) {
        return MappingInference.propose(sample.build(), Presets.generic());
    }

    private static List<String> paths(Proposal proposal, FieldRole role) {
        return role.paths(proposal.mapping().orElseThrow()).stream().map(FieldPath::text).toList();
    }
}
