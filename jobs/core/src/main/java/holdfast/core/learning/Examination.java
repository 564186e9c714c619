package holdfast.core.learning;

import holdfast.core.bytes.Hashes;
import holdfast.core.evaluation.ScoredCustomers;
import holdfast.core.quality.Counts;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Quality;
import holdfast.core.quality.Split;
import holdfast.core.time.Days;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Judges what was said of rows before their outcome was known, and looks whether customers have
 * moved. Where there are too many rows, a sample by hash stands for them.
 */
final class Examination {

    /** Enough for a third digit; to sort more would cost as much as to learn from them. */
    static final int ROWS_MAX = 8_000;

    private static final int SEASONS_MAX = 12;

    /** Sets the hash of this draw apart from that by which rows are sampled. */
    private static final int TIMES = 1;

    private final TrainingRows rows;
    private final Question question;
    private final Groups groups;
    private final Movement movement;

    /**
     * @param days the calendar of the playbook's zone
     */
    Examination(TrainingRows rows, Question question, Days days) {
        this.rows = rows;
        this.question = question;
        this.groups = new Groups(rows, days);
        this.movement = new Movement(rows, question);
    }

    /** What is known at the instant, the rows being in the order of time. */
    Quality at(long nowMillis) {
        int[] newest = maturedWithin(1, nowMillis);
        int[] all = maturedWithin(Double.MAX_VALUE, nowMillis);
        List<Split> splits = new ArrayList<>();
        splits.addAll(split(Split.By.TENURE, newest, groups::tenure));
        splits.addAll(newestOf(split(Split.By.SEASON, all, groups::season)));
        splits.addAll(split(Split.By.VALUE, newest, groups.valueDecile(newest)));
        return new Quality(
                counts(nowMillis),
                judgements(newest, Opinion.values()),
                splits,
                movement.at(nowMillis));
    }

    /**
     * Rows that the score in force was asked about, and whose horizon ended so lately; as often as
     * each stands for others.
     */
    private int[] maturedWithin(double horizons, long nowMillis) {
        int[] sample =
                Sample.of(
                                rows,
                                row ->
                                        question.isMature(rows, row, nowMillis)
                                                && rows.weight(row) > 0
                                                && question.horizons(
                                                                rows.timeMillis(row), nowMillis)
                                                        < 1 + horizons
                                                && has(row, Opinion.SERVED),
                                ROWS_MAX)
                        .rows();
        return Arrays.stream(sample)
                .flatMap(row -> IntStream.generate(() -> row).limit(times(row)))
                .toArray();
    }

    /** A whole number of times, in the mean over rows the weight. */
    private int times(int row) {
        double chance = Hashes.fraction(Hashes.mix64(Hashes.join(rows.key(row), TIMES)));
        return (int) (rows.weight(row) + chance);
    }

    private boolean has(int row, Opinion opinion) {
        return !Float.isNaN(rows.opinion(row, opinion.position()));
    }

    private Counts counts(long nowMillis) {
        int open = 0;
        int treated = 0;
        int special = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isSpecial(row)) {
                special++;
            } else if (rows.weight(row) == 0) {
                treated++;
            } else if (!question.isMature(rows, row, nowMillis)) {
                open++;
            }
        }
        int matured = rows.size() - open - treated - special;
        return new Counts(
                open,
                matured,
                treated,
                special,
                customers(IntStream.range(0, rows.size()).toArray()));
    }

    /** Of each opinion that was given of every one of the rows. */
    private List<Judgement> judgements(int[] chosen, Opinion... opinions) {
        List<Judgement> judgements = new ArrayList<>();
        int customers = customers(chosen);
        double independent = customers * evenness(chosen);
        for (Opinion opinion : opinions) {
            boolean isComplete = Arrays.stream(chosen).allMatch(row -> has(row, opinion));
            if (chosen.length > 0 && isComplete) {
                ScoredCustomers scored = scored(chosen, opinion);
                judgements.add(Judgement.of(opinion, scored, customers, independent));
            }
        }
        return judgements;
    }

    /**
     * What the rows' weights leave of their evidence, 1 if all count the same (Kish 1965, Survey
     * Sampling, 11.2). Those of one row follow each other.
     */
    private static double evenness(int[] chosen) {
        double squares = 0;
        int different = 0;
        int times = 0;
        for (int i = 0; i < chosen.length; i++) {
            times++;
            if (i + 1 == chosen.length || chosen[i + 1] != chosen[i]) {
                squares += (double) times * times;
                different++;
                times = 0;
            }
        }
        return (double) chosen.length * chosen.length / (different * squares);
    }

    private ScoredCustomers scored(int[] chosen, Opinion opinion) {
        boolean[] lost = new boolean[chosen.length];
        double[] risks = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            lost[i] = question.label(rows, chosen[i]) > 0;
            risks[i] = Logit.inverse(rows.opinion(chosen[i], opinion.position()));
        }
        return new ScoredCustomers(lost, risks, new double[chosen.length]);
    }

    private int customers(int[] chosen) {
        return (int) Arrays.stream(chosen).mapToLong(rows::customerKey).distinct().count();
    }

    private List<Split> split(Split.By by, int[] chosen, IntFunction<String> groupOf) {
        SortedMap<String, List<Integer>> groups = new TreeMap<>(Groups.ORDER);
        for (int row : chosen) {
            groups.computeIfAbsent(groupOf.apply(row), group -> new ArrayList<>()).add(row);
        }
        List<Split> splits = new ArrayList<>();
        groups.forEach(
                (group, members) ->
                        splits.add(
                                new Split(
                                        by,
                                        group,
                                        judgements(
                                                members.stream()
                                                        .mapToInt(Integer::intValue)
                                                        .toArray(),
                                                Opinion.PRIOR,
                                                Opinion.SERVED))));
        return splits;
    }

    private static List<Split> newestOf(List<Split> seasons) {
        return seasons.subList(Math.max(0, seasons.size() - SEASONS_MAX), seasons.size());
    }
}
