package holdfast.core.score;

import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.customer.CustomerState;
import holdfast.core.customer.TestingCustomers;
import holdfast.core.document.Checked;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.OutcomeModel.Fitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {

    private static final BgNbd PRIOR = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final Fitted FITTED = new Fitted(2_357, -9_582.4, BgNbdFit.Source.FITTED);

    private final Playbook playbook = TestingShop.playbook();
    private final LinearWeights weights = TestingWeights.random(new Random(3));
    private final String prior = text(new OutcomeModel(PRIOR, Optional.empty(), FITTED));
    private final String linear = text(new OutcomeModel(PRIOR, Optional.of(weights), FITTED));

    @Test
    void readsWhatAPriorIsWrittenAs() {
        assertThat(prior)
                .isEqualTo(
                        """
                        {"model":2,"version":"2026-01-01","effective_from_millis":1767225600000,\
                        "playbook":"shop","catalogue":"FINGERPRINT","outcomes":{"1":\
                        {"name":"lapse","horizon_millis":3456000000,\
                        "prior":{"r":0.243,"alpha_weeks":4.414,"a":0.793,"b":2.426},\
                        "fitted":{"customers":2357,"log_likelihood":-9582.4,"source":"FITTED"}}},\
                        "check":"CHECK"}"""
                                .replace("FINGERPRINT", FeatureCatalogue.fingerprint())
                                .replace("CHECK", check(prior)));
        Model model = read(prior).value();

        assertThat(model.version()).isEqualTo("2026-01-01");
        assertThat(model.effectiveFromMillis()).isEqualTo(1_767_225_600_000L);
        assertThat(model.source()).isEqualTo(prior);
        assertThat(model.scorerFor(LAPSE)).isInstanceOf(PriorScorer.class);
        assertThat(((PriorScorer) model.scorerFor(LAPSE)).prior()).isEqualTo(PRIOR);
    }

    @Test
    void readsALinearModelThatScoresToTheBitAsBeforeItWasWritten() {
        CustomerState customer = new CustomerState("c-1");
        var purchase = purchase("c-1", 0);
        FoldRules rules = FoldRules.of(playbook);
        customer.engagement().fold(purchase, playbook.categoryOf(purchase.name()), rules);
        Scorer before = new LinearScorer(weights, PRIOR, LAPSE, playbook);
        Scorer after = read(linear).value().scorerFor(LAPSE);

        for (int day = 0; day < 100; day++) {
            assertThat(after.probability(customer, LAPSE, day(day)))
                    .isEqualTo(before.probability(customer, LAPSE, day(day)));
        }
    }

    @Test
    void readsItsOwnWritingOverManyLinesToo() {
        assertThat(read(linear.replace(",", ",\n")).isAccepted()).isTrue();
    }

    @Test
    void scoresAnOutcomeThatTheModelDoesNotKnowByTheDefaults() {
        Playbook two = TestingCustomers.playbook(2, 2, 2);
        OutcomeModel outcome = new OutcomeModel(PRIOR, Optional.empty(), FITTED);
        String text = ModelWriter.write(ModelText.of("v", 0, Map.of(2, outcome)), two);
        Model model = ModelReader.read("model", text, two).value();

        assertThat(((PriorScorer) model.scorerFor(two.outcome(2))).prior()).isEqualTo(PRIOR);
        assertThat(((PriorScorer) model.scorerFor(two.outcome(1))).prior()).isNotEqualTo(PRIOR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"r\":0.243 | \"r\":.NaN | \"r\" in prior must be a number (got \".NaN\")",
                "\"r\":0.243 | \"r\":NaN | \"r\" in prior must be a number (got \"NaN\")",
                "\"r\":0.243 | \"r\":1e999 | \"r\" in prior must be a number (got \"1e999\")",
                "\"r\":0.243 | \"r\":-1 | r must lie in [1e-9, 1e9]: -1.0",
                "\"r\":0.243 | \"r\":0 | r must lie in [1e-9, 1e9]: 0.0",
                "\"r\":0.243, | `` | missing key \"r\" in prior",
                "\"alpha_weeks\" | \"alpha_week\" | did you mean \"alpha_weeks\"?",
                "\"shop\" | \"store\" | \"playbook\" in model must be one of shop (got \"store\")",
                "\"model\":2 | \"model\":3 | \"model\" in model must be a whole number",
                "{\"1\": | {\"2\": | playbook shop has no such outcome",
                "{\"1\": | {\"01\": | playbook shop has no such outcome",
                "\"lapse\" | \"leave\" | \"name\" in outcome 1 must be one of lapse",
                "3456000000 | 3456000001 | \"horizon_millis\" in outcome 1 must be a whole number",
                "2357 | -1 | \"customers\" in fitted must be a whole number from 0",
                "-9582.4 | Infinity | \"log_likelihood\" in fitted must be a number",
                "\"FITTED\" | \"GUESSED\" | \"source\" in fitted must be one of DEFAULT, FITTED",
                "\"2026-01-01\" | \"\" | a model's version must have 1 to 64 characters",
                "1767225600000 | -1 | \"effective_from_millis\" in model must be a whole number",
            })
    void refusesWithAReason(String was, String is, String reason) {
        String broken = prior.replace(was, is);

        assertThat(broken).isNotEqualTo(prior);
        assertThat(read(broken).isAccepted()).isFalse();
        assertThat(read(broken).report()).startsWith("model.json:1: ").contains(reason);
    }

    @Test
    void refusesWeightsForAnotherCatalogue() {
        String other = linear.replace(FeatureCatalogue.fingerprint(), "0123456789abcdef");

        assertThat(read(other).report())
                .contains(
                        "\"catalogue\" in model must be one of "
                                + FeatureCatalogue.fingerprint()
                                + " (got \"0123456789abcdef\")");
    }

    @Test
    void takesAPriorForAnotherCatalogueSinceItKnowsNoFeatures() {
        ModelText model = ModelReader.readText("model.json", prior, playbook).value();
        String other = ModelWriter.write(model, playbook, "0123456789abcdef");

        assertThat(read(other).isAccepted()).isTrue();
    }

    @Test
    void readsWhatWasWrittenByHandOrByTheFirstReleaseWithoutACheck() {
        String byHand =
                prior.replace("\"model\":2", "\"model\":1")
                        .replace(",\"check\":\"" + check(prior) + "\"", "");

        assertThat(byHand).endsWith("}}}}");
        assertThat(read(byHand).isAccepted()).isTrue();
        assertThat(read(byHand.replace("\"model\":1", "\"model\":2")).report())
                .contains("missing key \"check\" in model");
    }

    @Test
    void refusesATextThatWasChangedAfterItWasWritten() {
        for (String changed :
                List.of(
                        prior.replace("0.243", "0.244"),
                        prior.replace("1767225600000", "1767225600001"),
                        prior.replace("2026-01-01", "2026-01-02"),
                        linear.replaceFirst("\"linear\":.*?}},\"fitted", "\"fitted"))) {
            assertThat(changed).isNotIn(prior, linear);
            assertThat(read(changed).report()).contains("\"check\" in model does not fit the rest");
        }
        assertThat(read(prior.replace("0.243", "0.2430")).isAccepted())
                .as("the same number in other digits")
                .isTrue();
    }

    @Test
    void givesTheSameTextFromAnotherInstantOn() {
        ModelText model = ModelReader.readText("model.json", linear, playbook).value();
        String later = ModelWriter.write(model.effectiveFrom(1_800_000_000_000L), playbook);

        assertThat(ModelWriter.write(model, playbook)).isEqualTo(linear);
        assertThat(read(later).value().effectiveFromMillis()).isEqualTo(1_800_000_000_000L);
        assertThat(later.replace("1800000000000", "1767225600000").replace(check(later), ""))
                .isEqualTo(linear.replace(check(linear), ""));
    }

    @Test
    void refusesWrongNamesCountsAndOrderOfFeatures() {
        assertThat(read(linear.replace("\"recency\"", "\"recentness\"")).report())
                .contains("unknown key \"recentness\" in features");
        assertThat(read(linear.replaceFirst("\"value\":\\{[^}]*},", "")).report())
                .contains("missing key \"value\" in features");
        String swapped =
                linear.replace("\"recency\"", "\"X\"")
                        .replace("\"tenure\"", "\"recency\"")
                        .replace("\"X\"", "\"tenure\"");
        assertThat(read(swapped).report())
                .contains("features must stand in the order of the catalogue");
        assertThat(read(linear.replaceFirst("\"value\":", "\"tenure\":")).report())
                .contains("duplicate key \"tenure\" in features");
    }

    @Test
    void refusesWeightsThatWereFittedToOtherHalfLives() {
        assertThat(read(linear.replace("[864000000,", "[864000001,")).report())
                .contains("must be those of the playbook");
    }

    @Test
    void refusesWeightsOutOfRange() {
        assertThat(read(linear.replaceFirst("\"weight\":[^,]*", "\"weight\":1e7")).report())
                .contains("weight must lie in");
        assertThat(read(linear.replaceFirst("\"min\":[^,]*", "\"min\":1e5")).report())
                .contains("lies above max");
        assertThat(read(linear.replaceFirst("\"bias\":[^,]*", "\"bias\":null")).report())
                .contains("\"bias\" in linear has no value");
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsLine() {
        String broken =
                prior.replace(",", ",\n").replace("\"shop\"", "\"x\"").replace("0.793", "high");

        assertThat(read(broken).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("model.json:4: \"playbook\""))
                .anyMatch(line -> line.startsWith("model.json:10: \"a\" in prior"));
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 0; length < prior.length(); length++) {
            assertThat(read(prior.substring(0, length)).isAccepted()).isFalse();
        }
        for (int length = 0; length < linear.length(); length += 7) {
            assertThat(read(linear.substring(0, length)).isAccepted()).isFalse();
        }
    }

    @Test
    void neverThrowsWhateverTheTextSays() {
        Random random = new Random(1);
        for (int i = 0; i < 800; i++) {
            StringBuilder text = new StringBuilder(linear);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.setCharAt(
                        at,
                        (char)
                                (random.nextInt(8) == 0
                                        ? random.nextInt(65_536)
                                        : 32 + random.nextInt(95)));
            }
            Checked<Model> checked = read(text.toString());
            assertThat(checked.isAccepted()).isEqualTo(checked.problems().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "{}",
                "{",
                "\u0000",
                "{\"outcomes\":{}}",
                "{\"outcomes\":{\"1\":7}}",
                "{\"outcomes\":{\"1\":{\"linear\":[]}}}",
                "!!java.io.File x"
            })
    void refusesWhatIsNoModel(String text) {
        assertThat(read(text).problems()).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        assertThat(read(" ".repeat(2_000_000)).isAccepted()).isFalse();
        assertThat(read("[".repeat(100_000)).isAccepted()).isFalse();
        assertThat(read("{\"a\":".repeat(100_000)).isAccepted()).isFalse();
    }

    private static String check(String text) {
        return text.substring(text.length() - 18, text.length() - 2);
    }

    private String text(OutcomeModel outcome) {
        return ModelWriter.write(
                ModelText.of("2026-01-01", 1_767_225_600_000L, Map.of(1, outcome)), playbook);
    }

    private Checked<Model> read(String text) {
        return ModelReader.read("model.json", text, playbook);
    }
}
