package holdfast.app.backtest;

import holdfast.app.backtest.AlertGroup.Case;
import holdfast.app.backtest.AlertGroup.Verdict;
import holdfast.core.evaluation.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What two runs over one log differ in.
 *
 * <p>Two alerts are the same if they are about the same customer in the same silence.
 *
 * @param lost alerts of A that B does not have
 * @param gained alerts of B that A does not have
 * @param kept alerts of B that A has too
 * @param soonerMillis how much sooner B opens those, on the median; negative for later
 */
record Comparison(
        Side a, Side b, AlertGroup lost, AlertGroup gained, AlertGroup kept, long soonerMillis) {

    /**
     * One run.
     *
     * @param means over the cut-offs that can be judged
     * @param all its alerts
     * @param byWeek how many opened in each week from the first cut-off on
     */
    record Side(
            Contender contender,
            Past past,
            Optional<Figures> means,
            AlertGroup all,
            List<Integer> byWeek) {

        double perWeek() {
            return (double) all.size() / byWeek.size();
        }

        int busiestWeek() {
            return byWeek.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        long weeksAbove(int capacity) {
            return byWeek.stream().filter(count -> count > capacity).count();
        }
    }

    /** A customer's silence. */
    private record Silence(String customerId, long sinceMillis) {}

    /** Both runs of one log. */
    static Comparison of(Run first, Run second) {
        Map<Silence, Case> ofFirst = first.bySilence();
        Map<Silence, Case> ofSecond = second.bySilence();
        List<Case> kept = new ArrayList<>();
        List<Long> sooner = new ArrayList<>();
        ofSecond.forEach(
                (silence, mine) -> {
                    Case other = ofFirst.get(silence);
                    if (other != null) {
                        kept.add(mine);
                        sooner.add(
                                other.opening().openedAtMillis() - mine.opening().openedAtMillis());
                    }
                });
        sooner.sort(null);
        return new Comparison(
                first.side(),
                second.side(),
                first.group(without(ofFirst, ofSecond)),
                second.group(without(ofSecond, ofFirst)),
                second.group(kept),
                sooner.isEmpty() ? 0 : sooner.get(sooner.size() / 2));
    }

    private static List<Case> without(Map<Silence, Case> mine, Map<Silence, Case> others) {
        Map<Silence, Case> alone = new LinkedHashMap<>(mine);
        alone.keySet().removeAll(others.keySet());
        return List.copyOf(alone.values());
    }

    /** A run as it came out. */
    record Run(Contender contender, Past past, Backtest.Result result) {

        private Side side() {
            long fromMillis = result.cohorts().get(0).cohort().cutoff().millis();
            CustomerEvents events = new CustomerEvents(past);
            return new Side(
                    contender,
                    past,
                    Means.of(result.cohorts()),
                    group(List.copyOf(bySilence().values())),
                    Aftermath.of(past, events, result.openings(), fromMillis).byWeek());
        }

        private AlertGroup group(List<Case> cases) {
            return new AlertGroup(cases, past.fractionDigits());
        }

        /** Of several alerts in one silence, such as those of two policies, the first. */
        private Map<Silence, Case> bySilence() {
            Map<String, Integer> numbers = Aftermath.numbers(past);
            CustomerEvents events = new CustomerEvents(past);
            Map<Silence, Case> bySilence = new LinkedHashMap<>();
            for (Opening opening : result.openings()) {
                int customer = Objects.requireNonNull(numbers.get(opening.customerId()));
                long sinceMillis = events.lastActivityMillis(customer, opening.openedAtMillis());
                bySilence.putIfAbsent(
                        new Silence(opening.customerId(), sinceMillis),
                        new Case(opening, verdict(events, customer, opening.openedAtMillis())));
            }
            return bySilence;
        }

        private Verdict verdict(CustomerEvents events, int customer, long openedAtMillis) {
            if (openedAtMillis + past.outcome().horizonMillis() > past.endMillis()) {
                return Verdict.UNKNOWN;
            }
            return Aftermath.cameTrue(past, events, customer, openedAtMillis)
                    ? Verdict.LEFT
                    : Verdict.STAYED;
        }
    }
}
