package holdfast.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every check that one set of objects has to pass. */
final class Checks {

    private static final Optional<CustomKinds> CUSTOM = CustomKinds.present();

    private static final List<String> GROUPS_OF_OPERATORS =
            List.of("flink.apache.org/", "kafka.strimzi.io/");

    private Checks() {}

    /** Whether definitions of operators' kinds are there to check against. */
    static boolean seesCustomKinds() {
        return CUSTOM.isPresent();
    }

    static List<String> schemaProblems(Manifest manifest) {
        String group = manifest.at("/apiVersion").asText();
        if (GROUPS_OF_OPERATORS.stream().noneMatch(group::startsWith)) {
            return BuiltInKinds.problems(manifest);
        }
        List<String> problems = new ArrayList<>(BuiltInKinds.metadataProblems(manifest));
        CUSTOM.ifPresent(kinds -> problems.addAll(kinds.problems(manifest)));
        return problems;
    }

    /** Of a whole set that is applied together. */
    static List<String> problems(List<Manifest> all) {
        List<String> problems = new ArrayList<>();
        all.forEach(manifest -> problems.addAll(schemaProblems(manifest)));
        for (Manifest job : Manifest.ofKind(all, "FlinkDeployment")) {
            problems.addAll(PodRules.problems(job));
            problems.addAll(flinkProblems(job));
        }
        problems.addAll(NetworkRules.problems(all));
        return problems;
    }

    private static List<String> flinkProblems(Manifest job) {
        String reporters = job.at("/spec/flinkConfiguration/metrics.reporters").asText();
        List<String> keys = new ArrayList<>();
        job.at("/spec/flinkConfiguration").fieldNames().forEachRemaining(keys::add);
        return new FlinkKeys(Set.of(reporters.split(","))).problems(keys);
    }
}
