package holdfast.app.bootstrap;

import holdfast.app.backtest.Judgement;
import holdfast.app.csv.EventLog;
import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.Rhythm;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Rules;
import holdfast.core.engine.Settings;
import holdfast.core.learning.Learner;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.population.LogBuckets;
import holdfast.core.population.Population;
import holdfast.core.score.ExpectedValue;
import holdfast.core.score.Model;
import holdfast.core.score.OutcomeModel;
import holdfast.core.score.Scorer;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns from a history as the live service does: by lessons in the course of time, each outcome by
 * its own learner, each lesson at once in force. On the way the score is judged once, by what came
 * within the last horizon. Not thread-safe.
 */
final class Schooling {

    private static final int LESSONS_PER_HORIZON = 4;
    private static final int PROGRESS_STEP = 1 << 14;

    private final EventLog log;
    private final Playbook playbook;
    private final Rules rules;
    private final Map<Outcome, Learner> learners = new LinkedHashMap<>();
    private final Audience audience;
    private final List<TrainingRecord> untold = new ArrayList<>();
    private final Replay replay;
    private final long lessonMillis;
    private long nextLessonMillis;
    private long judgeAtMillis;
    private Optional<Judgement> judgement = Optional.empty();

    private Schooling(EventLog log, Playbook playbook, long liveFromMillis, Audience audience) {
        this.audience = audience;
        this.log = log;
        this.playbook = playbook;
        this.rules = Rules.of(playbook);
        for (Outcome outcome : playbook.outcomes()) {
            learners.put(outcome, new Learner(outcome, playbook));
        }
        // Nothing is sent or published before the service goes live.
        Settings settings = new Settings(liveFromMillis, 0, 1);
        replay = new Replay(Guidance.of(playbook, settings), new Records());
        lessonMillis = playbook.primaryOutcome().horizonMillis() / LESSONS_PER_HORIZON;
        nextLessonMillis = (log.timeMillis(0) / lessonMillis + 1) * lessonMillis;
        judgeAtMillis = Judgement.lastCutoffMillis(log, playbook).orElse(Long.MAX_VALUE);
    }

    /** Who follows a schooling. */
    interface Audience {

        /** Told from time to time how many events have been taken in. */
        void passed(long events);

        /** What can be learned from, in no order, but later than all that was told before. */
        void told(List<TrainingRecord> records);
    }

    /**
     * What a history taught.
     *
     * @param outcomes the model of each outcome, by its id
     * @param population what the customers are worth who are in scope of the primary outcome;
     *     nobody, if none is
     * @param customers how many were seen
     * @param judgement of the primary outcome's score; empty if the history is too short
     */
    record Taught(
            SortedMap<Integer, OutcomeModel> outcomes,
            Population population,
            long customers,
            Optional<Judgement> judgement) {}

    /**
     * Learns from a whole log.
     *
     * @param log of what was before the live instant, at least one event
     */
    static Taught of(EventLog log, Playbook playbook, long liveFromMillis, Audience audience) {
        Schooling schooling = new Schooling(log, playbook, liveFromMillis, audience);
        for (int event = 0; event < log.size(); event++) {
            schooling.passUpTo(log.timeMillis(event) - 1);
            schooling.replay.accept(log.activity(event));
            if (event % PROGRESS_STEP == 0) {
                audience.passed(event);
            }
        }
        long lastMillis = liveFromMillis - 1;
        schooling.passUpTo(lastMillis);
        schooling.settle(lastMillis);
        return new Taught(
                schooling.lesson(lastMillis),
                schooling.population(liveFromMillis),
                IntStream.range(0, log.size()).map(log::customer).distinct().count(),
                schooling.judgement);
    }

    /** Lets time pass, with all that is due in its course. */
    private void passUpTo(long untilMillis) {
        if (judgeAtMillis <= untilMillis) {
            learnUpTo(judgeAtMillis);
            judge(judgeAtMillis);
            judgeAtMillis = Long.MAX_VALUE;
        }
        learnUpTo(untilMillis);
    }

    /** By the score in force, which knows nothing of what comes. */
    private void judge(long nowMillis) {
        replay.settle(nowMillis);
        Outcome outcome = playbook.primaryOutcome();
        Scorer scorer = replay.guidance().models().at(nowMillis).scorerFor(outcome);
        judgement =
                Judgement.of(
                        log,
                        playbook,
                        nowMillis,
                        id -> scorer.probability(replay.customer(id), outcome, nowMillis));
    }

    private void settle(long untilMillis) {
        replay.settle(untilMillis);
        audience.told(List.copyOf(untold));
        untold.clear();
    }

    private void learnUpTo(long untilMillis) {
        while (nextLessonMillis <= untilMillis) {
            settle(nextLessonMillis);
            replay.guide(
                    replay.guidance().withModel(model(lesson(nextLessonMillis), nextLessonMillis)));
            nextLessonMillis += lessonMillis;
        }
    }

    private SortedMap<Integer, OutcomeModel> lesson(long nowMillis) {
        SortedMap<Integer, OutcomeModel> outcomes = new TreeMap<>();
        learners.forEach(
                (outcome, learner) -> outcomes.put(outcome.id(), learner.learn(nowMillis).model()));
        return outcomes;
    }

    private Model model(SortedMap<Integer, OutcomeModel> outcomes, long fromMillis) {
        Map<Integer, Scorer> scorers = new HashMap<>();
        outcomes.forEach(
                (id, model) -> scorers.put(id, model.scorer(playbook.outcome(id), playbook)));
        return new Model("history", fromMillis, rules.fold().days(), scorers);
    }

    private Population population(long nowMillis) {
        Outcome outcome = playbook.primaryOutcome();
        LogBuckets.Builder values = LogBuckets.builder();
        for (Iterator<CustomerState> all = replay.customers(); all.hasNext(); ) {
            CustomerState customer = all.next();
            if (isInScope(customer, outcome, nowMillis)) {
                values.add(
                        ExpectedValue.minor(
                                customer,
                                rules.fold().halfLives(),
                                outcome.horizonMillis(),
                                nowMillis));
            }
        }
        return new Population(1, nowMillis, playbook.currency(), values.build());
    }

    private static boolean isInScope(CustomerState customer, Outcome outcome, long nowMillis) {
        Rhythm rhythm = customer.rhythmOf(outcome.id());
        return rhythm != null
                && nowMillis < rhythm.lastMillis() + outcome.activeWithinMillis()
                && outcome.cancelCategories().stream()
                        .noneMatch(category -> customer.tallyOf(category) != null);
    }

    /** Hands what can be learned from to every learner. */
    private final class Records implements Decisions {

        @Override
        public void training(TrainingRecord record) {
            learners.values().forEach(learner -> learner.take(record));
            untold.add(record);
        }

        @Override
        public void alert(Alert alert) {}

        @Override
        public void score(ScoreReport report) {}

        @Override
        public void held(Policy policy, HoldReason reason) {}

        @Override
        public void forgotten(String customerId) {}
    }
}
