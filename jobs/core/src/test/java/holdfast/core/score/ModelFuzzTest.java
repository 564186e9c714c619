package holdfast.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import holdfast.core.document.Checked;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.CategoryFeature;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights.FeatureWeight;
import holdfast.core.score.OutcomeModel.Fitted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged models: a failure prints the seed, the round and the text. */
class ModelFuzzTest {

    private static final int ROUNDS = 10_000 * Integer.getInteger("holdfast.scale", 1);
    private static final long SEED = 20_261_122;
    private static final double MEAN_MILLIS_MAX = 5;
    private static final int MEBIBYTE = 1 << 20;

    private static final BgNbd PRIOR = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private final Playbook playbook = TestingShop.playbook();
    private final Random weights = new Random(SEED);
    private final List<String> sound =
            Stream.of(
                            Optional.<LinearWeights>empty(),
                            Optional.of(TestingWeights.random(weights)),
                            Optional.of(withCategories()))
                    .map(this::text)
                    .toList();

    /** Either refused, or what it says is to the last bit what was written. */
    @Test
    void activatesNoneOfTenThousandDamagedModels() {
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        long startNanos = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            String original = sound.get(round % sound.size());
            String damaged = ModelDamage.damaged(original, random);
            try {
                refused += isRefused(damaged, original) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                fail("seed " + SEED + ", round " + round + ", text " + damaged, e);
            }
        }
        double meanMillis = (System.nanoTime() - startNanos) / 1e6 / ROUNDS;

        assertThat(refused).as("most damages matter").isGreaterThan(ROUNDS * 9 / 10);
        assertThat(meanMillis).as("milliseconds a text").isLessThan(MEAN_MILLIS_MAX);
    }

    private boolean isRefused(String damaged, String original) {
        Checked<ModelText> checked = ModelReader.readText("model.json", damaged, playbook);
        if (checked.isAccepted()) {
            assertThat(ModelWriter.write(checked.value(), playbook)).isEqualTo(original);
            assertThat(ModelReader.read("model.json", damaged, playbook).isAccepted()).isTrue();
            return false;
        }
        assertThat(checked.problems()).isNotEmpty();
        assertThat(checked.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(2_000));
        return true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "[", "{", "{\"a\":", "[{", "- ", "? ", "a: ", ",", ":", "!", "!!a ", "&a ",
                "*a ", "\"", "'", "\\", "#", "%", "|\n", "\n", "\t", "1", "a", "\u0000", "{},",
                "---\n", "[],"
            })
    void refusesAMebibyteOfAnythingBeforeLong(String piece) {
        String text = piece.repeat(MEBIBYTE / piece.length());

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(ModelReader.read("m", text, playbook).isAccepted()).isFalse());
    }

    @Test
    void refusesFiftyMegabytesAtOnceWithAReason() {
        String padded = sound.get(1) + " ".repeat(50_000_000);

        assertThat(ModelReader.read("model.json", padded, playbook).report())
                .contains("the document is longer than 1048576 characters");
    }

    private LinearWeights withCategories() {
        LinearWeights plain = TestingWeights.random(weights);
        TreeMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        for (int id = 0; id <= playbook.categories().size(); id++) {
            categories.put(
                    id,
                    CategoryFeature.all().stream()
                            .map(feature -> new FeatureWeight(weights.nextGaussian(), -1, 1))
                            .toList());
        }
        return new LinearWeights(plain.bias(), plain.features(), categories);
    }

    private String text(Optional<LinearWeights> linear) {
        Fitted fitted = new Fitted(2_357, -9_582.4, BgNbdFit.Source.FITTED);
        return ModelWriter.write(
                ModelText.of(
                        "2026-01-01",
                        1_767_225_600_000L,
                        Map.of(1, new OutcomeModel(PRIOR, linear, fitted))),
                playbook);
    }
}
