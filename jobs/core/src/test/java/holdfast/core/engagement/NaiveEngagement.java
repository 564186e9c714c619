package holdfast.core.engagement;

import holdfast.core.activity.Activity;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.ValueKind;
import java.time.Instant;
import java.util.List;

/** The engagement of a customer whose events are all kept: slow and obvious. */
record NaiveEngagement(List<Activity> events, Playbook playbook) {

    List<Activity> of(int categoryId) {
        return events.stream()
                .filter(event -> playbook.categoryOf(event.name()).id() == categoryId)
                .toList();
    }

    List<Activity> activityOf(Outcome outcome) {
        return events.stream()
                .filter(event -> outcome.isActivity(playbook.categoryOf(event.name()).id()))
                .toList();
    }

    long first(List<Activity> some) {
        return some.stream().mapToLong(Activity::timeMillis).min().orElse(0);
    }

    long last(List<Activity> some) {
        return some.stream().mapToLong(Activity::timeMillis).max().orElse(0);
    }

    long activeDays(List<Activity> some) {
        return days(some).size();
    }

    /** Active days among so many that end with the last active one. */
    long activeDaysOfLast(int count, List<Activity> some) {
        List<Long> days = days(some);
        long last = days.get(days.size() - 1);
        return days.stream().filter(day -> day > last - count).count();
    }

    double fadedCount(List<Activity> some, double halfLifeMillis, long nowMillis) {
        return some.stream()
                .mapToDouble(
                        event -> Math.pow(2, (event.timeMillis() - nowMillis) / halfLifeMillis))
                .sum();
    }

    long sumMinor(ValueKind kind) {
        return money(kind).stream().mapToLong(event -> Math.abs(event.amountMinor())).sum();
    }

    double fadedMinor(ValueKind kind, double halfLifeMillis, long nowMillis) {
        return money(kind).stream()
                .mapToDouble(
                        event ->
                                Math.abs(event.amountMinor())
                                        * Math.pow(
                                                2,
                                                (event.countsAtMillis() - nowMillis)
                                                        / halfLifeMillis))
                .sum();
    }

    private List<Activity> money(ValueKind kind) {
        return events.stream()
                .filter(event -> playbook.categoryOf(event.name()).value() == kind)
                .toList();
    }

    private List<Long> days(List<Activity> some) {
        return some.stream()
                .map(event -> Instant.ofEpochMilli(event.timeMillis()).atZone(playbook.zone()))
                .map(time -> time.toLocalDate().toEpochDay())
                .distinct()
                .sorted()
                .toList();
    }
}
