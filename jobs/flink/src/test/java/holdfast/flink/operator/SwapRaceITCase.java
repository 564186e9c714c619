package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.score.Model;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelWriter;
import holdfast.core.time.Days;
import holdfast.flink.pipeline.Script;
import holdfast.flink.pipeline.TestingJob;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import holdfast.flink.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/**
 * Models are published, rolled back and spoilt while events stream in, each in threads of their own
 * and nobody waiting for the other: when a task hears of a model is chance, and so is how many of
 * them get a turn. Whenever it is, a score is wholly that of the model it names. That each model
 * does get its turn is shown without threads, in {@link SwapHarnessTest}.
 */
class SwapRaceITCase {

    private static final Playbook PLAYBOOK = Presets.ecommerce();
    private static final Outcome PRIMARY = PLAYBOOK.primaryOutcome();
    private static final FoldRules FOLD = FoldRules.of(PLAYBOOK);
    private static final int PUBLICATIONS = 500;

    /** A probability is written with six digits. */
    private static final double WRITTEN = 0.51e-6;

    private static final Pattern SCORE =
            Pattern.compile(
                    "^([^|]*)\\|SCORE\\|.*\"scored_at\":\"([^\"]*)\".*\"model_version\":\"([^\"]*)"
                            + ".*?\"outcome\":\"([^\"]*)\",\"probability\":([^,]*),");

    private final Random random = new Random(17);
    private final Map<String, Model> models = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private int spoilt;

    private record Score(String customer, long atMillis, String version, double probability) {}

    @Test
    void eachScoreIsWhollyThatOfTheModelItNames() throws Exception {
        Script script = new Script(17);
        List<Activity> activities = script.activities();
        List<Arrival> arrivals = script.arrivals(activities);
        List<Publication> publications = publications();

        List<String> lines = TestingJob.lines(start(), arrivals, publications, new Configuration());

        List<Score> scores = scores(lines);
        assertIsWhatItsModelSays(scores, activities);
        assertFollowsTheOrderOfPublishing(scores);
        assertEachEventIsScored(scores, activities);
        assertThat(lines.stream().filter(line -> line.contains("|DEAD_LETTER|"))).hasSize(spoilt);
    }

    /** So small a step that every event moves the score. */
    private static ScoringStart start() {
        ScoringStart usual = ScoringStart.with(PLAYBOOK.source());
        return new ScoringStart(
                usual.playbook(),
                "",
                "",
                usual.liveFromMillis(),
                usual.warmUpMillis(),
                1e-14,
                usual.trainingShare(),
                WireFormat.JSON);
    }

    private List<Publication> publications() {
        models.put(Model.DEFAULT_VERSION, Model.defaults(Days.in(PLAYBOOK.zone())));
        order.add(Model.DEFAULT_VERSION);
        TestingModels testing = new TestingModels(PLAYBOOK, random);
        List<String> sound = new ArrayList<>();
        List<Publication> publications = new ArrayList<>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            long fromMillis = Script.START - Script.DAY + i;
            String text = testing.sound("v" + i, fromMillis);
            if (i % 3 == 2) {
                spoilt++;
                publications.add(publication(i, testing.spoilt(text)));
                continue;
            }
            if (i % 4 == 3) {
                text = again(sound.get(sound.size() - 2), fromMillis);
            }
            sound.add(text);
            publications.add(publication(i, text));
            Model model = ModelReader.read("published", text, PLAYBOOK).value();
            models.put(model.version(), model);
            order.add(model.version());
        }
        return publications;
    }

    private static Publication publication(int offset, String text) {
        return new Publication(
                Publication.Kind.MODEL,
                new Origin("models", 0, offset, Script.START),
                Script.START,
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** A rollback: an earlier version once more. */
    private static String again(String text, long fromMillis) {
        return ModelWriter.write(
                ModelReader.readText("again", text, PLAYBOOK).value().effectiveFrom(fromMillis),
                PLAYBOOK);
    }

    private static List<Score> scores(List<String> lines) {
        List<Score> scores = new ArrayList<>();
        for (String line : lines) {
            Matcher score = SCORE.matcher(line);
            if (score.find()) {
                assertThat(score.group(4)).isEqualTo(PRIMARY.name());
                scores.add(
                        new Score(
                                score.group(1),
                                Instant.parse(score.group(2)).toEpochMilli(),
                                score.group(3),
                                Double.parseDouble(score.group(5))));
            }
        }
        assertThat(scores)
                .hasSameSizeAs(
                        lines.stream().filter(line -> line.contains("\"scored_at\"")).toList());
        return scores;
    }

    /**
     * Computed anew from the events up to the score. A wake-up that a new model brings up may lie
     * before the event by which it was found, which is then in the score.
     */
    private void assertIsWhatItsModelSays(List<Score> scores, List<Activity> activities) {
        Map<String, Long> reached = new HashMap<>();
        for (Score score : scores) {
            List<Activity> own =
                    activities.stream()
                            .filter(event -> event.customerId().equals(score.customer()))
                            .toList();
            long knownMillis = reached.merge(score.customer(), score.atMillis(), Math::max);
            int known = (int) own.stream().filter(e -> e.timeMillis() <= knownMillis).count();
            boolean isOfEvent = own.stream().anyMatch(e -> e.timeMillis() == score.atMillis());
            int next = isOfEvent ? known : Math.min(known + 1, own.size());

            assertThat(
                            List.of(
                                    risk(score, own.subList(0, known)),
                                    risk(score, own.subList(0, next))))
                    .as("%s", score)
                    .anyMatch(risk -> Math.abs(risk - score.probability()) <= WRITTEN);
        }
    }

    private double risk(Score score, List<Activity> events) {
        CustomerState customer = new CustomerState(score.customer());
        for (Activity event : events) {
            customer.engagement().fold(event, PLAYBOOK.categoryOf(event.name()), FOLD);
        }
        return requireNonNull(models.get(score.version()))
                .scorerFor(PRIMARY)
                .probability(customer, PRIMARY, score.atMillis());
    }

    private void assertFollowsTheOrderOfPublishing(List<Score> scores) {
        Map<String, Integer> reached = new TreeMap<>();
        for (Score score : scores) {
            int place = reached.getOrDefault(score.customer(), 0);
            while (place < order.size() && !order.get(place).equals(score.version())) {
                place++;
            }
            assertThat(place).as("%s comes after its successor", score).isLessThan(order.size());
            reached.put(score.customer(), place);
        }
    }

    /** From the first activity on: before it there is nothing to score. */
    private static void assertEachEventIsScored(List<Score> scores, List<Activity> activities) {
        Set<String> scored = new HashSet<>();
        scores.forEach(score -> scored.add(score.customer() + "@" + score.atMillis()));
        Set<String> active = new HashSet<>();
        int expected = 0;
        for (Activity event : activities) {
            if (PRIMARY.isActivity(PLAYBOOK.categoryOf(event.name()).id())) {
                active.add(event.customerId());
            }
            if (active.contains(event.customerId())) {
                assertThat(scored).contains(event.customerId() + "@" + event.timeMillis());
                expected++;
            }
        }
        assertThat(expected).isGreaterThan(1_000);
    }
}
