package holdfast.app.backtest;

import holdfast.app.backtest.plot.Points;
import holdfast.core.playbook.OutcomeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks six customers worth looking at: alerts that were right, alerts that were not, leavers that
 * no alert was about, and the faithful; the most valuable of each kind.
 */
final class SixCustomers {

    private static final int COUNT = 6;

    private final Past past;
    private final CustomerEvents events;
    private final Backtest.Result result;
    private final Map<String, Integer> numbers;
    private final Map<Integer, List<Opening>> openings = new HashMap<>();
    private final double[] paid;

    SixCustomers(Past past, CustomerEvents events, Backtest.Result result) {
        this.past = past;
        this.events = events;
        this.result = result;
        this.numbers = Aftermath.numbers(past);
        this.paid = new double[past.log().customerIds().size()];
        double unit = Math.pow(10, past.fractionDigits());
        for (int event = 0; event < past.log().size(); event++) {
            paid[past.log().customer(event)] += past.log().amountMinor(event) / unit;
        }
        for (Opening opening : result.openings()) {
            int customer = numbers.getOrDefault(opening.customerId(), -1);
            openings.computeIfAbsent(customer, any -> new ArrayList<>()).add(opening);
        }
    }

    /** At most six stories, of different kinds as far as there are any. */
    List<Story> stories() {
        List<List<Integer>> kinds = List.of(right(), wrong(), missed(), faithful());
        int[] wanted = {2, 2, 1, 1};
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int kind = 0; kind < wanted.length; kind++) {
            take(kinds.get(kind), chosen, chosen.size() + wanted[kind]);
        }
        for (List<Integer> kind : kinds) {
            take(kind, chosen, COUNT);
        }
        return chosen.stream().map(this::story).toList();
    }

    private static void take(List<Integer> from, Set<Integer> chosen, int upTo) {
        for (int customer : from) {
            if (chosen.size() >= upTo) {
                return;
            }
            chosen.add(customer);
        }
    }

    private List<Integer> right() {
        return alerted(true);
    }

    private List<Integer> wrong() {
        return alerted(false);
    }

    private List<Integer> alerted(boolean right) {
        List<Integer> found = new ArrayList<>();
        for (Map.Entry<Integer, List<Opening>> entry : openings.entrySet()) {
            Opening first = entry.getValue().get(0);
            boolean judged =
                    first.openedAtMillis() + past.outcome().horizonMillis() <= past.endMillis();
            if (judged
                    && Aftermath.cameTrue(past, events, entry.getKey(), first.openedAtMillis())
                            == right) {
                found.add(entry.getKey());
            }
        }
        return mostValuableFirst(found);
    }

    /** Left after the first judged cutoff without any alert. */
    private List<Integer> missed() {
        return quiet(true);
    }

    private List<Integer> faithful() {
        return quiet(false);
    }

    private List<Integer> quiet(boolean left) {
        List<Integer> found = new ArrayList<>();
        for (ScoredCohort cohort : result.cohorts()) {
            for (int row = 0; row < cohort.cohort().size(); row++) {
                int customer = cohort.cohort().customer(row);
                boolean told = openings.containsKey(customer);
                if (cohort.judged() && !told && cohort.cohort().churned(row) == left) {
                    found.add(customer);
                }
            }
        }
        return mostValuableFirst(found);
    }

    private List<Integer> mostValuableFirst(List<Integer> customers) {
        List<Integer> sorted = new ArrayList<>(new LinkedHashSet<>(customers));
        sorted.sort(
                Comparator.comparingDouble((Integer customer) -> -paid[customer])
                        .thenComparing(customer -> -events.of(customer).length)
                        .thenComparing(customer -> past.log().customerIds().get(customer)));
        return sorted;
    }

    private Story story(int customer) {
        String id = past.log().customerIds().get(customer);
        int[] places = events.of(customer);
        Points risk = RiskOverTime.of(past, places, id, result.models());
        List<Opening> alerts = openings.getOrDefault(customer, List.of());
        return new Story(
                shortened(id) + ": " + whatHappened(customer, alerts),
                detail(customer, places),
                risk,
                activity(places),
                alerts);
    }

    private String whatHappened(int customer, List<Opening> alerts) {
        if (alerts.isEmpty()) {
            long fromMillis = result.models().get(0).effectiveFromMillis();
            return "no alert; " + last(customer, fromMillis);
        }
        long openedAtMillis = alerts.get(0).openedAtMillis();
        long lastMillis = events.lastActivityMillis(customer, openedAtMillis);
        return "alert after %s of silence, %s"
                .formatted(Words.days(openedAtMillis - lastMillis), next(customer, openedAtMillis));
    }

    private String last(int customer, long fromMillis) {
        if (past.outcome().kind() == OutcomeKind.CANCEL) {
            return next(customer, fromMillis);
        }
        return "last seen on " + Words.day(events.lastActivityMillis(customer, past.endMillis()));
    }

    private String next(int customer, long fromMillis) {
        if (past.outcome().kind() == OutcomeKind.CANCEL) {
            long cancelMillis = events.nextCancelMillis(customer, fromMillis);
            return cancelMillis == Long.MAX_VALUE
                    ? "no cancel"
                    : "cancelled on " + Words.day(cancelMillis);
        }
        long nextMillis = events.nextActivityMillis(customer, fromMillis);
        if (nextMillis == Long.MAX_VALUE) {
            return "not seen again";
        }
        return "came back " + Words.days(nextMillis - fromMillis) + " later";
    }

    private String detail(int customer, int[] places) {
        String active = Words.count(activity(places).size()) + " activities";
        return paid[customer] > 0
                ? "brought " + Words.amount(paid[customer]) + " in " + active
                : active;
    }

    private List<Long> activity(int[] places) {
        List<Long> times = new ArrayList<>();
        for (int event : places) {
            if (past.roles().isActivity(past.log().name(event))) {
                times.add(past.log().timeMillis(event));
            }
        }
        return times;
    }

    private static String shortened(String id) {
        return id.length() <= 24 ? id : id.substring(0, 24) + "…";
    }
}
