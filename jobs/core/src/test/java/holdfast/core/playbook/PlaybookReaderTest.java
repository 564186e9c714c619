package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.document.Checked;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookReaderTest {
    private static final long DAY_MILLIS = 86_400_000L;

    private static final String GOOD =
            """
            playbook: shop
            version: 3
            zone: Europe/Berlin
            currency: EUR
            categories:
              1: {name: purchase, events: [Order Completed, purchase], value: revenue}
              2: {name: refund, events: [Order Refunded], value: refund}
              7: {name: goodbye, events: [Account Deleted]}
            outcomes:
              2: {name: leave, when: cancel, by: [goodbye], horizon: 30d, active-within: 60d}
              1: {name: lapse, when: no-activity, of: [purchase, other], horizon: 60d, active-within: 180d}
            policies:
              1: {name: best, outcome: lapse, open-at: 0.60, close-at: 0.45, value-gate: top 20%}
              2: {name: all, outcome: leave, open-at: .5, close-at: .4, escalate-at: .8, quiet-for: 1d, cool-down: 2w, expires-after: 3w}
            """;

    @Test
    void readsEveryPart() {
        Playbook playbook = read(GOOD).value();

        assertThat(playbook.name()).isEqualTo("shop");
        assertThat(playbook.version()).isEqualTo(3);
        assertThat(playbook.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(playbook.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(playbook.mapping()).isEqualTo(Mapping.DEFAULT);
        assertThat(playbook.bands()).isEqualTo(Bands.DEFAULT);
        assertThat(playbook.categories()).extracting(Category::id).containsExactly(1, 2, 7);
        assertThat(playbook.outcome(1))
                .isEqualTo(
                        new Outcome(
                                1,
                                "lapse",
                                OutcomeKind.NO_ACTIVITY,
                                Set.of(0, 1),
                                Set.of(),
                                60 * DAY_MILLIS,
                                180 * DAY_MILLIS));
        assertThat(playbook.policies().get(1))
                .isEqualTo(
                        new Policy(
                                2,
                                "all",
                                2,
                                .5,
                                .4,
                                .8,
                                DAY_MILLIS,
                                14 * DAY_MILLIS,
                                21 * DAY_MILLIS,
                                1));
        assertThat(playbook.source()).isEqualTo(GOOD);
    }

    @Test
    void fillsInWhatAPolicyLeavesOut() {
        Policy best = read(GOOD).value().policies().get(0);

        assertThat(best.quietForMillis()).isEqualTo(60 * DAY_MILLIS / 8);
        assertThat(best.coolDownMillis()).isEqualTo(15 * DAY_MILLIS);
        assertThat(best.expiresAfterMillis()).isEqualTo(60 * DAY_MILLIS);
        assertThat(best.valueGateShare()).isEqualTo(.2);
        assertThat(best.escalates()).isFalse();
    }

    @Test
    void takesEverythingButTheCancelAsActivityBeforeACancel() {
        Outcome leave = read(GOOD).value().outcome(2);

        assertThat(leave.activityCategories()).containsExactly(0, 1, 2);
        assertThat(leave.cancelCategories()).containsExactly(7);
        assertThat(leave.isCancel(7)).isTrue();
        assertThat(leave.isActivity(7)).isFalse();
    }

    @Test
    void tellsAWrongWordAndTheWayOut() {
        assertThat(read(GOOD.replace("categories:", "catagories:")).lines())
                .contains(
                        "mine.yaml:5: unknown key \"catagories\" in playbook;"
                                + " did you mean \"categories\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: purchase,|name: other,|6|the category name \"other\" is kept",
                "[Order Completed, purchase]|[]|6|category \"purchase\" names no event",
                "  2: {name: refund|  33: {name: refund|7|category id must be a whole number from 1",
                "  2: {name: refund|  x: {name: refund|7|category id must be a whole number from 1",
                "  2: {name: refund|  1: {name: refund|7|duplicate key \"1\" in categories",
                "name: refund|name: purchase|7|two of the same category name: \"purchase\"",
                "[Order Refunded]|[purchase]|7|event \"purchase\" is in the categories \"purchase\"",
                "[Order Refunded]|[a, a]|7|event \"a\" is listed twice",
                "value: refund|value: refunds|7|must be one of none, revenue, refund",
                "events: [Account|event: [Account|8|did you mean \"events\"?",
                "by: [goodbye]|by: [godbye]|10|not a category; nearest: \"goodbye\"",
                "of: [purchase, other]|of: [purchse]|11|not a category; nearest: \"purchase\"",
                "outcome: lapse|outcome: laps|13|not an outcome; nearest: \"lapse\"",
                "when: no-activity|when: silence|11|must be one of no-activity, cancel",
                "by: [goodbye]|of: [purchase]|10|missing key \"by\" in outcome 2",
                "of: [purchase, other]|by: [goodbye]|11|\"by\" belongs to outcomes of when: cancel",
                "horizon: 60d|horizon: 60|11|needs a unit, such as 60d or 8w (got \"60\")",
                "horizon: 60d|horizon: 0d|11|horizon must lie between 8s and 1096d",
                "horizon: 60d|horizon: 1097d|11|horizon must lie between 8s and 1096d",
                "active-within: 180d|active-within: 7d|11|at least an eighth of the horizon",
                "active-within: 180d|active-within: 999w|11|must be at most 3653d",
                "open-at: 0.60|open-at: 0.40|13|thresholds must keep",
                "open-at: 0.60|open-at: 1.0|13|thresholds must keep",
                "close-at: 0.45|close-at: 0|13|thresholds must keep",
                "close-at: 0.45|close-at: -0.1|13|thresholds must keep",
                "escalate-at: .8|escalate-at: .45|14|thresholds must keep",
                "escalate-at: .8|escalate-at: 1.01|14|thresholds must keep",
                "top 20%|top 0%|13|must be everyone, or such as top 20%",
                "top 20%|top 101%|13|must be everyone, or such as top 20%",
                "top 20%|20%|13|must be everyone, or such as top 20%",
                "top 20%|top %|13|must be everyone, or such as top 20%",
                "expires-after: 3w|expires-after: 0s|14|expires-after must be longer than nothing",
                "Europe/Berlin|Europe/Berln|3|did you mean Europe/Berlin?",
                "Europe/Berlin|!|3|is not a known zone",
                "currency: EUR|currency: EURO|4|did you mean EUR?",
                "currency: EUR|currency: XXX|4|must have minor units of 0 to 3 digits",
                "currency: EUR|currency: CLF|4|must have minor units of 0 to 3 digits",
                "version: 3|version: 0|2|must be a whole number from 1",
                "playbook: shop|playbook: ''|1|playbook name must have 1 to 64 characters",
            })
    void refusesWithLineAndCause(String good, String bad, int line, String cause) {
        assertThat(GOOD).contains(good);
        Checked<Playbook> checked = read(GOOD.replace(good, bad));

        assertThat(checked.isAccepted()).isFalse();
        assertThat(checked.problems())
                .anySatisfy(
                        problem -> {
                            assertThat(problem.message()).contains(cause);
                            if (line > 4) {
                                assertThat(problem.line()).isEqualTo(line);
                            }
                        });
    }

    @Test
    void tellsOneMistakeOnce() {
        assertThat(read(GOOD.replace("of: [purchase, other]", "of: [purchse, other]")).lines())
                .containsExactly(
                        "mine.yaml:11: outcome \"lapse\" refers to \"purchse\", which is not a"
                                + " category; nearest: \"purchase\"",
                        "1 error");
    }

    @Test
    void needsAnOutcomeAndAPolicy() {
        assertThat(read("playbook: x\nversion: 1\nzone: UTC\ncurrency: EUR\n").lines())
                .containsExactly(
                        "mine.yaml:1: missing key \"outcomes\" in playbook",
                        "mine.yaml:1: missing key \"policies\" in playbook",
                        "2 errors");
        String empty =
                GOOD.substring(0, GOOD.indexOf("outcomes:")) + "outcomes: {}\npolicies: {}\n";
        assertThat(read(empty).report()).contains("a playbook needs an outcome and a policy");
    }

    @Test
    void refusesAPlaybookWhoseStateCouldGrowTooLarge() {
        assertThat(new PlaybookReader(playbook -> 1_025).read("mine.yaml", GOOD).lines())
                .containsExactly(
                        "mine.yaml:1: a customer's state could take 1025 bytes, more than 1024;"
                                + " declare fewer categories",
                        "1 error");
        assertThat(new PlaybookReader(playbook -> 1_024).read("mine.yaml", GOOD).isAccepted())
                .isTrue();
    }

    @Test
    void readsAMappingOverTheDefaults() {
        Mapping mapping =
                read(GOOD
                                + """
                                        mapping:
                                          customer: profile.id
                                          time: [at:seconds, "when"]
                                          refers-to: []
                                        """)
                        .value()
                        .mapping();

        assertThat(mapping.customer()).containsExactly(FieldPath.parse("profile.id"));
        assertThat(mapping.customer().get(0).steps()).containsExactly("profile", "id");
        assertThat(mapping.time())
                .extracting(FieldPath::scale)
                .containsExactly(TimeScale.SECONDS, TimeScale.MILLIS);
        assertThat(mapping.refersTo()).isEmpty();
        assertThat(mapping.event()).isEqualTo(Mapping.DEFAULT.event());
    }

    @ParameterizedTest
    @CsvSource({"a..b", "a.", ".a", "a:minutes", "a.b.c.d.e.f.g.h.i", "''"})
    void refusesABadPath(String path) {
        Checked<Playbook> checked = read(GOOD + "mapping: {customer: ['" + path + "']}\n");

        assertThat(checked.report()).contains("mine.yaml:15: \"customer\" in mapping");
    }

    @Test
    void readsBands() {
        assertThat(read(GOOD + "bands: {elevated: .2, high: .5}\n").value().bands())
                .isEqualTo(new Bands(.2, .5, .8));
        assertThat(read(GOOD + "bands: {elevated: .9}\n").report())
                .contains("bands must rise between 0 and 1");
    }

    @Test
    void findsTheCategoryOfAnEvent() {
        Playbook playbook = read(GOOD).value();

        assertThat(playbook.categoryOf("Order Completed").name()).isEqualTo("purchase");
        assertThat(playbook.categoryOf("order completed")).isSameAs(Category.OTHER);
        assertThat(playbook.categoryOf("never heard of")).isSameAs(Category.OTHER);
    }

    @Test
    void derivesItsPaceFromThePrimaryOutcome() {
        Playbook playbook = read(GOOD).value();

        assertThat(playbook.primaryOutcome().name()).isEqualTo("lapse");
        assertThat(playbook.halfLivesMillis())
                .containsExactly(15 * DAY_MILLIS, 60 * DAY_MILLIS, 240 * DAY_MILLIS);
        assertThat(playbook.gridStepMillis()).isEqualTo(60 * DAY_MILLIS / 8);
        assertThat(playbook.forgetAfterMillis()).isEqualTo(360 * DAY_MILLIS);
    }

    @Test
    void mayBeReplacedByAnotherThatKeepsWhatIsFixed() {
        Playbook running = read(GOOD).value();
        String more =
                GOOD.replace("version: 3", "version: 4")
                        .replace("open-at: 0.60", "open-at: 0.70")
                        .replace("active-within: 180d", "active-within: 90d")
                        .replace("  7: {name", "  8: {name: visit, events: [view]}\n  7: {name");

        assertThat(read(more).value().refusalToReplace(running)).isEmpty();
    }

    @Test
    void saysWhyItCannotReplaceTheRunningOne() {
        Playbook running = read(GOOD).value();
        String other =
                GOOD.replace("Europe/Berlin", "UTC")
                        .replace("currency: EUR", "currency: USD")
                        .replace("horizon: 60d", "horizon: 90d")
                        .replace("name: goodbye", "name: farewell")
                        .replace("[goodbye]", "[farewell]")
                        .replace("name: best", "name: finest")
                        .replace("name: leave", "name: depart")
                        .replace("outcome: leave", "outcome: depart");

        assertThat(read(other + "mapping: {customer: id}\n").value().refusalToReplace(running))
                .isEqualTo(
                        List.of(
                                "zone is fixed at first deployment: Europe/Berlin runs,"
                                        + " UTC was given",
                                "currency is fixed at first deployment: EUR runs, USD was given",
                                "horizon of the primary outcome is fixed at first deployment:"
                                        + " 60d runs, 90d was given",
                                "mapping is fixed at first deployment and was changed",
                                "category id 7 means \"goodbye\" and cannot become \"farewell\"",
                                "outcome id 2 means \"leave\" and cannot become \"depart\"",
                                "policy id 1 means \"best\" and cannot become \"finest\""));
    }

    private static Checked<Playbook> read(String text) {
        return new PlaybookReader(playbook -> 0).read("mine.yaml", text);
    }
}
