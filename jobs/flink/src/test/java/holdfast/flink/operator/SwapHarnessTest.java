package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.score.Model;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelWriter;
import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import holdfast.flink.pipeline.PlainEngine;
import holdfast.flink.pipeline.Script;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Models are swapped, and pinned and released, while events stream through several tasks, each of
 * which hears of a model at another moment: the plain engine, which hears of it at the last one,
 * decides the same.
 */
class SwapHarnessTest {

    private static final Playbook PLAYBOOK = Presets.ecommerce();
    private static final ScoringStart START = ScoringStart.with(PLAYBOOK.source());
    private static final int TASKS = 3;
    private static final int SWAPS = 14;
    private static final long REIGN_MILLIS = 20 * Script.DAY;
    private static final Pattern SCORE =
            Pattern.compile(
                    "\\|SCORE\\|.*\"scored_at\":\"([^\"]*)\".*\"model_version\":\"([^\"]*)");

    /**
     * One swap.
     *
     * @param earliest the index of the first arrival before which a task may hear of it
     * @param latest that of the first arrival that it may decide about
     */
    private record Swap(String text, Succession.Version<Model> model, int earliest, int latest) {}

    @Test
    void everyTaskDecidesAsIfItHadHeardOfEachModelAtItsInstant() throws Exception {
        for (long seed = 1; seed <= 3L * Integer.getInteger("holdfast.scale", 1); seed++) {
            Script script = new Script(seed);
            List<Arrival> arrivals =
                    script.arrivals(script.displaced(script.activities(), 30 * Script.DAY));
            List<Swap> swaps = swaps(new Random(seed), arrivals);
            Map<Integer, Succession.Version<Model>> published = new HashMap<>();
            swaps.forEach(swap -> published.put(swap.latest(), swap.model()));
            List<String> expected = PlainEngine.lines(PLAYBOOK, arrivals, published);

            List<String> actual = new ArrayList<>();
            for (int task = 0; task < TASKS; task++) {
                actual.addAll(played(task, new Random(seed + 100L * task), arrivals, swaps));
            }

            assertThat(byCustomer(actual)).as("seed %s", seed).isEqualTo(byCustomer(expected));
            assertVersionsAreTrue(seed, actual, swaps);
        }
    }

    /** What one task says; it hears of each model, and of spoilt ones, at moments of its own. */
    private static List<String> played(
            int task, Random random, List<Arrival> arrivals, List<Swap> swaps) throws Exception {
        Map<Integer, List<Swap>> heard = new HashMap<>();
        for (Swap swap : swaps) {
            int at = swap.earliest() + random.nextInt(swap.latest() - swap.earliest() + 1);
            heard.computeIfAbsent(at, none -> new ArrayList<>()).add(swap);
        }
        try (TestingTask churn = TestingTask.begun(START, TASKS, task)) {
            for (int i = 0; i < arrivals.size(); i++) {
                for (Swap swap : heard.getOrDefault(i, List.of())) {
                    publish(churn, task, swap, random);
                }
                if (arrivals.get(i).kind() == Arrival.Kind.TICK) {
                    churn.watermark(arrivals.get(i).timeMillis());
                } else {
                    churn.take(arrivals.get(i));
                }
            }
            return churn.extractOutputValues().stream()
                    .filter(encoded -> encoded.kind() != EncodedRecord.Kind.DEAD_LETTER)
                    .map(PlainEngine::line)
                    .toList();
        }
    }

    /** A publication says nothing about any customer, and wakes nobody. */
    private static void publish(TestingTask churn, int task, Swap swap, Random random)
            throws Exception {
        int timers = churn.numEventTimeTimers();
        int said = churn.getOutput().size();
        long fromMillis = swap.model().effectiveFromMillis();
        TestingModels models = new TestingModels(PLAYBOOK, random);
        int spoilt = random.nextInt(4);
        for (int i = 0; i < spoilt; i++) {
            churn.publish(Publication.Kind.MODEL, fromMillis, models.spoilt(swap.text()));
        }
        churn.publish(Publication.Kind.model(swap.model().pin()), fromMillis, swap.text());
        churn.publish(Publication.Kind.MODEL, fromMillis, models.spoilt(swap.text()));

        assertThat(churn.numEventTimeTimers()).isEqualTo(timers);
        assertThat(churn.getOutput())
                .as("dead letters of the spoilt ones, each from one task alone")
                .hasSize(said + (task == 0 ? spoilt + 1 : 0));
    }

    private static List<Swap> swaps(Random random, List<Arrival> arrivals) {
        TestingModels models = new TestingModels(PLAYBOOK, random);
        List<Swap> swaps = new ArrayList<>();
        int earliest = 0;
        for (int i = 0; i < SWAPS; i++) {
            long fromMillis = Script.START + (i + 1) * REIGN_MILLIS + random.nextInt(1_000_000);
            String text =
                    i % 4 == 3
                            ? again(swaps.get(i - 2).text(), fromMillis)
                            : models.sound("v" + i, fromMillis);
            int latest = earliest;
            while (arrivals.get(latest).timeMillis() < fromMillis) {
                latest++;
            }
            Model model = ModelReader.read("v" + i, text, PLAYBOOK).value();
            swaps.add(
                    new Swap(
                            text,
                            new Succession.Version<>(fromMillis, pin(i), model),
                            earliest,
                            latest));
            earliest = latest;
        }
        return swaps;
    }

    /** The second rollback stays for two lessons; after the third somebody pins a lesson. */
    private static Pin pin(int swap) {
        return switch (swap) {
            case 7, 12 -> Pin.PINNED;
            case 10 -> Pin.RELEASED;
            default -> Pin.NONE;
        };
    }

    /** A rollback: an earlier version once more. */
    private static String again(String text, long fromMillis) {
        return ModelWriter.write(
                ModelReader.readText("again", text, PLAYBOOK).value().effectiveFrom(fromMillis),
                PLAYBOOK);
    }

    private static void assertVersionsAreTrue(long seed, List<String> lines, List<Swap> swaps) {
        Set<String> seen = new TreeSet<>();
        TreeMap<Long, String> inForce = new TreeMap<>(Map.of(0L, Model.DEFAULT_VERSION));
        Pin word = Pin.NONE;
        for (Swap swap : swaps) {
            if (word != Pin.PINNED || swap.model().pin() != Pin.NONE) {
                word = swap.model().pin();
                inForce.put(swap.model().effectiveFromMillis(), swap.model().value().version());
            }
        }
        for (String line : lines) {
            Matcher score = SCORE.matcher(line);
            if (score.find()) {
                long atMillis = Instant.parse(score.group(1)).toEpochMilli();
                assertThat(score.group(2))
                        .as("seed %s: %s", seed, line)
                        .isEqualTo(requireNonNull(inForce.floorEntry(atMillis)).getValue());
                seen.add(score.group(2));
            }
        }
        assertThat(seen)
                .as("no version in force without a score, and none that waits with one")
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(inForce.values()));
    }

    private static Map<String, List<String>> byCustomer(List<String> lines) {
        Map<String, List<String>> byCustomer = new TreeMap<>();
        for (String line : lines) {
            String customer = line.substring(0, line.indexOf('|'));
            byCustomer.computeIfAbsent(customer, key -> new ArrayList<>()).add(line);
        }
        return byCustomer;
    }
}
