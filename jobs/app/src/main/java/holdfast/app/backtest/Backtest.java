package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Rules;
import holdfast.core.engine.Settings;
import holdfast.core.learning.Learner;
import holdfast.core.learning.Lesson;
import holdfast.core.population.Population;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ExpectedValue;
import holdfast.core.score.Model;
import holdfast.core.score.Scorer;
import holdfast.core.training.TrainingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Runs the live core over a log, stopping at each cutoff to fit, to score, and to go on with the
 * new model.
 *
 * <p>Nothing after a cutoff is known at it. Not thread-safe.
 */
final class Backtest {

    private static final double WEEK_MILLIS = 7 * 86_400_000.0;
    private static final int PROGRESS_STEP = 1 << 14;
    private static final int LESSONS_PER_HORIZON = 4;

    private final Past past;
    private final Scoring scoring;
    private final Rules rules;
    private final ActiveDays activeDays;
    private final Learner learner;
    private final OpenedAlerts alerts;
    private final Replay replay;
    private final List<ScoredCohort> byPrior = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private long nextLessonMillis;
    private int folded;

    private Backtest(
            Past past, Scoring scoring, long alertsFromMillis, Consumer<TrainingRecord> witness) {
        this.past = past;
        this.scoring = scoring;
        this.rules = Rules.of(past.playbook());
        this.activeDays = new ActiveDays(past, rules.fold().days());
        this.learner = new Learner(past.outcome(), past.playbook());
        this.alerts =
                scoring.learns()
                        ? OpenedAlerts.teaching(alertsFromMillis, witness.andThen(learner::take))
                        : OpenedAlerts.alone(alertsFromMillis);
        this.replay = new Replay(Guidance.of(past.playbook(), Settings.defaults()), alerts);
        if (scoring.given().isPresent()) {
            replay.guide(replay.guidance().withModel(model(scoring.lesson(0))));
        }
        this.nextLessonMillis = past.log().size() == 0 ? 0 : firstLesson(past);
    }

    /**
     * What a run brought to light.
     *
     * @param cohorts in the order of time
     * @param byPrior the same customers, scored by the prior of the same instant alone
     * @param models those that decided from the first cutoff on, in the order of time
     * @param lessons all that were made, in the order of time; the last one of a cutoff's instant
     *     is the cutoff's
     * @param openings alerts opened after the first cutoff, in the order in which they were decided
     */
    record Result(
            List<ScoredCohort> cohorts,
            List<ScoredCohort> byPrior,
            List<Model> models,
            List<Lesson> lessons,
            List<Opening> openings) {}

    /**
     * Runs over the whole log.
     *
     * @param cutoffs at least one
     * @param progress told from time to time how many events have been taken in
     */
    static Result run(Past past, ScorerKind kind, List<Cutoff> cutoffs, LongConsumer progress) {
        return run(past, Scoring.of(kind), cutoffs, progress);
    }

    /** The same with models that come about in another way. */
    static Result run(Past past, Scoring scoring, List<Cutoff> cutoffs, LongConsumer progress) {
        List<Cutoff> inOrder = new ArrayList<>(cutoffs);
        inOrder.sort(Comparator.comparingLong(Cutoff::millis));
        Backtest backtest = new Backtest(past, scoring, inOrder.get(0).millis(), told -> {});
        List<ScoredCohort> cohorts = new ArrayList<>();
        for (Cutoff cutoff : inOrder) {
            backtest.advance(past.log().countUpTo(cutoff.millis()), cutoff.millis(), progress);
            cohorts.add(backtest.look(cutoff));
        }
        backtest.advance(past.log().size(), past.endMillis(), progress);
        return new Result(
                cohorts,
                backtest.byPrior,
                backtest.models,
                backtest.lessons,
                backtest.alerts.openings());
    }

    /**
     * Runs over the whole log, learning as it goes.
     *
     * @param witness told of all that can be learned from
     */
    static void observe(Past past, Consumer<TrainingRecord> witness, LongConsumer progress) {
        Backtest backtest =
                new Backtest(past, Scoring.of(ScorerKind.LEARNED), Long.MAX_VALUE, witness);
        backtest.advance(past.log().size(), past.endMillis(), progress);
    }

    private void advance(int events, long untilMillis, LongConsumer progress) {
        EventLog log = past.log();
        for (; folded < events; folded++) {
            learnUpTo(log.timeMillis(folded) - 1);
            replay.accept(log.activity(folded));
            if (folded % PROGRESS_STEP == 0) {
                progress.accept(folded);
            }
        }
        learnUpTo(untilMillis);
        replay.settle(untilMillis);
        progress.accept(folded);
    }

    /** Makes the lessons that are due in the course of time; the prior alone has none. */
    private void learnUpTo(long untilMillis) {
        while (scoring.learns() && nextLessonMillis <= untilMillis) {
            replay.settle(nextLessonMillis);
            Model model = model(lesson(nextLessonMillis));
            if (!models.isEmpty()) {
                models.add(model);
            }
            replay.guide(replay.guidance().withModel(model));
            nextLessonMillis += lessonMillis(past);
        }
    }

    private static long firstLesson(Past past) {
        return (past.log().timeMillis(0) / lessonMillis(past) + 1) * lessonMillis(past);
    }

    private static long lessonMillis(Past past) {
        return past.outcome().horizonMillis() / LESSONS_PER_HORIZON;
    }

    /** What can be known at an instant, everything up to it being settled. */
    private Lesson lesson(long nowMillis) {
        Lesson lesson = learned(nowMillis);
        lessons.add(lesson);
        return lesson;
    }

    private Lesson learned(long nowMillis) {
        if (scoring.given().isPresent()) {
            return scoring.lesson(nowMillis);
        }
        if (scoring.learns()) {
            return learner.learn(nowMillis);
        }
        double horizonWeeks = past.outcome().horizonMillis() / WEEK_MILLIS;
        return Lesson.ofPrior(nowMillis, BgNbdFit.fit(activeDays.upTo(nowMillis), horizonWeeks));
    }

    private Model model(Lesson lesson) {
        Scorer scorer = lesson.model().scorer(past.outcome(), past.playbook());
        return new Model(
                "backtest-" + Instant.ofEpochMilli(lesson.atMillis()),
                lesson.atMillis(),
                rules.fold().days(),
                Map.of(past.outcome().id(), scorer));
    }

    private ScoredCohort look(Cutoff cutoff) {
        Lesson lesson = lesson(cutoff.millis());
        Model model = model(lesson);
        models.add(model);
        Cohort cohort =
                Cohort.at(cutoff, past.log(), past.roles(), past.outcome(), past.fractionDigits());
        ScoredCohort scored = score(cohort, lesson.prior(), model.scorerFor(past.outcome()));
        Population population =
                new Population(
                        models.size(),
                        cutoff.millis(),
                        past.playbook().currency(),
                        scored.valuesMinor(past.fractionDigits()));
        replay.guide(replay.guidance().withModel(model).withPopulation(population));
        return scored;
    }

    private ScoredCohort score(Cohort cohort, BgNbdFit.Fit fit, Scorer scorer) {
        Map<String, CustomerState> states = states();
        double unit = Math.pow(10, past.fractionDigits());
        double[] scores = new double[cohort.size()];
        double[] priors = new double[cohort.size()];
        double[] values = new double[cohort.size()];
        long nowMillis = cohort.cutoff().millis();
        for (int row = 0; row < scores.length; row++) {
            String id = past.log().customerIds().get(cohort.customer(row));
            CustomerState state = Objects.requireNonNull(states.get(id), "an active customer");
            scores[row] = scorer.probability(state, past.outcome(), nowMillis);
            priors[row] = scorer.priorProbability(state, past.outcome(), nowMillis);
            values[row] =
                    ExpectedValue.minor(
                                    state,
                                    rules.fold().halfLives(),
                                    past.outcome().horizonMillis(),
                                    nowMillis)
                            / unit;
        }
        byPrior.add(new ScoredCohort(cohort, fit, priors, values));
        return new ScoredCohort(cohort, fit, scores, values);
    }

    private Map<String, CustomerState> states() {
        Map<String, CustomerState> states = new HashMap<>();
        for (Iterator<CustomerState> all = replay.customers(); all.hasNext(); ) {
            CustomerState state = all.next();
            states.put(state.customerId(), state);
        }
        return states;
    }
}
