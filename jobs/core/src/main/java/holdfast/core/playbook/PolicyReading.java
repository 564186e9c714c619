package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the policies of one playbook. */
final class PolicyReading {
    private PolicyReading() {}

    static List<Policy> of(Field field, OutcomeReading outcomes) {
        List<Policy> policies = new ArrayList<>();
        Map<String, Integer> ids = new LinkedHashMap<>();
        Numbered.sections(field, "policy", Ids.POLICY_MAX)
                .forEach(
                        (id, section) ->
                                policy(id, section, ids, outcomes).ifPresent(policies::add));
        return policies;
    }

    private static Optional<Policy> policy(
            int id, Section section, Map<String, Integer> ids, OutcomeReading outcomes) {
        Numbered.name(section, "policy", id, ids);
        String name = section.field("name").text();
        Optional<Integer> outcomeId =
                Numbered.reference(
                        section.field("outcome"),
                        "policy \"" + name + "\"",
                        "an outcome",
                        outcomes.ids());
        long horizonMillis = outcomes.horizonMillis(outcomeId);
        double openAt = section.field("open-at").number();
        double closeAt = section.field("close-at").number();
        double escalateAt = section.field("escalate-at").numberOr(1);
        long quietForMillis = section.field("quiet-for").durationMillisOr(horizonMillis / 8);
        long coolDownMillis = section.field("cool-down").durationMillisOr(horizonMillis / 4);
        long expiresAfterMillis = section.field("expires-after").durationMillisOr(horizonMillis);
        Field gate = section.field("value-gate");
        double gateShare = gate.isPresent() ? gate.parsed(ValueGate::parseShare).orElse(1.0) : 1;
        return section.build(
                () ->
                        new Policy(
                                id,
                                name,
                                outcomeId.orElseThrow(),
                                openAt,
                                closeAt,
                                escalateAt,
                                quietForMillis,
                                coolDownMillis,
                                expiresAfterMillis,
                                gateShare));
    }
}
