package holdfast.core.mapping;

import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.TimeScale;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mapping proposed from a sample, with its reasons.
 *
 * @param form the known form that the records have, if any
 * @param choices one for each role, in the order of roles
 * @param warnings what to know before trusting it
 */
public record Proposal(
        Optional<String> form, Map<FieldRole, Choice> choices, List<String> warnings) {

    public Proposal {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        warnings = List.copyOf(warnings);
    }

    public Choice choice(FieldRole role) {
        Choice choice = choices.get(role);
        return choice == null ? new Choice(role, List.of(), List.of(), List.of()) : choice;
    }

    /** The mapping; empty as long as a role that is needed has no field. */
    public Optional<Mapping> mapping() {
        Map<FieldRole, List<FieldPath>> paths = new EnumMap<>(FieldRole.class);
        for (FieldRole role : FieldRole.values()) {
            paths.put(role, choice(role).chosen().stream().map(it -> path(role, it)).toList());
            if (role.isNeeded() && choice(role).chosen().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Mapping(
                        paths.getOrDefault(FieldRole.CUSTOMER, List.of()),
                        paths.getOrDefault(FieldRole.EVENT, List.of()),
                        paths.getOrDefault(FieldRole.TIME, List.of()),
                        paths.getOrDefault(FieldRole.MESSAGE_ID, List.of()),
                        paths.getOrDefault(FieldRole.AMOUNT, List.of()),
                        paths.getOrDefault(FieldRole.CURRENCY, List.of()),
                        paths.getOrDefault(FieldRole.REFERS_TO, List.of())));
    }

    private static FieldPath path(FieldRole role, Candidate candidate) {
        boolean time = role == FieldRole.TIME || role == FieldRole.REFERS_TO;
        Optional<TimeShape> shape = candidate.facts().timeShape().filter(it -> time);
        TimeScale scale = shape.map(Proposal::scale).orElse(TimeScale.MILLIS);
        return new FieldPath(List.of(candidate.path().split("\\.", -1)), scale);
    }

    private static TimeScale scale(TimeShape shape) {
        return switch (shape) {
            case SECONDS -> TimeScale.SECONDS;
            case MICROS -> TimeScale.MICROS;
            case ZONED, LOCAL, DATE, MILLIS, NANOS, DAY_FIRST, MONTH_FIRST -> TimeScale.MILLIS;
        };
    }
}
