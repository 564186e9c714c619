package holdfast.core.playbook;

import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a playbook must keep of the running one: what stored state was counted by, and the meaning
 * of every id.
 */
final class Replacement {
    private final List<String> refusals = new ArrayList<>();

    private Replacement() {}

    static List<String> refusals(Playbook running, Playbook next) {
        Replacement replacement = new Replacement();
        replacement.keep("zone", running.zone(), next.zone());
        replacement.keep("currency", running.currency(), next.currency());
        replacement.keep("horizon of the primary outcome", horizon(running), horizon(next));
        if (!running.mapping().equals(next.mapping())) {
            replacement.refusals.add("mapping is fixed at first deployment and was changed");
        }
        replacement.keepNames(
                "category", running.categories(), next.categories(), Category::id, Category::name);
        replacement.keepNames(
                "outcome", running.outcomes(), next.outcomes(), Outcome::id, Outcome::name);
        replacement.keepNames(
                "policy", running.policies(), next.policies(), Policy::id, Policy::name);
        return List.copyOf(replacement.refusals);
    }

    private static String horizon(Playbook playbook) {
        return Durations.print(playbook.primaryOutcome().horizonMillis());
    }

    private void keep(String what, Object running, Object next) {
        if (!running.equals(next)) {
            refusals.add(
                    "%s is fixed at first deployment: %s runs, %s was given"
                            .formatted(what, running, next));
        }
    }

    private <T> void keepNames(
            String what,
            List<T> running,
            List<T> next,
            ToIntFunction<T> id,
            Function<T, String> name) {
        for (T part : next) {
            String nextName = name.apply(part);
            nameOf(running, id.applyAsInt(part), id, name)
                    .filter(runningName -> !runningName.equals(nextName))
                    .ifPresent(
                            runningName ->
                                    refusals.add(
                                            "%s id %s means \"%s\" and cannot become \"%s\""
                                                    .formatted(
                                                            what,
                                                            id.applyAsInt(part),
                                                            runningName,
                                                            nextName)));
        }
    }

    private static <T> Optional<String> nameOf(
            List<T> parts, int wanted, ToIntFunction<T> id, Function<T, String> name) {
        return parts.stream().filter(part -> id.applyAsInt(part) == wanted).map(name).findFirst();
    }
}
