package holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What we ask of the pods of a FlinkDeployment beyond what Kubernetes does. */
final class PodRules {

    private static final String MAIN = "flink-main-container";
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(secret|password|passwd|token|access.?key|credential).*");
    private static final Pattern PINNED = Pattern.compile(".+(:(?!latest$)[\\w.-]+|@sha256:.+)");
    private static final List<String> SHARED_WITH_NODE =
            List.of("hostNetwork", "hostPID", "hostIPC");

    private final Manifest job;
    private final List<String> problems = new ArrayList<>();

    private PodRules(Manifest job) {
        this.job = job;
    }

    static List<String> problems(Manifest job) {
        PodRules rules = new PodRules(job);
        rules.user();
        rules.containers();
        rules.volumes();
        rules.secrets();
        rules.require(
                PINNED.matcher(job.at("/spec/image").asText()).matches(), "image is not pinned");
        return rules.problems;
    }

    private void user() {
        JsonNode pod = job.at("/spec/podTemplate/spec");
        JsonNode user = pod.path("securityContext");
        require(user.path("runAsNonRoot").asBoolean(), "runAsNonRoot must be true");
        require(user.path("runAsUser").asInt() > 0, "runAsUser must be above 0");
        require(
                user.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "seccompProfile must be RuntimeDefault");
        for (String shared : SHARED_WITH_NODE) {
            require(!pod.path(shared).asBoolean(), shared + " must not be set");
        }
    }

    private void containers() {
        JsonNode container = mainContainer();
        JsonNode security = container.path("securityContext");
        require(
                security.path("allowPrivilegeEscalation").isBoolean()
                        && !security.path("allowPrivilegeEscalation").asBoolean(),
                "allowPrivilegeEscalation must be false");
        require(
                security.path("readOnlyRootFilesystem").asBoolean(),
                "readOnlyRootFilesystem must be true");
        require(
                security.at("/capabilities/drop").toString().equals("[\"ALL\"]")
                        && security.at("/capabilities/add").isMissingNode(),
                "capabilities must be dropped");
        require(!security.path("privileged").asBoolean(), "privileged must not be set");
        for (String role : List.of("", "/jobManager", "/taskManager")) {
            JsonNode pod = job.at("/spec" + role + "/podTemplate/spec");
            require(
                    pod.path("containers").size() <= 1 && pod.path("initContainers").isEmpty(),
                    "another container would need the same rules");
            require(
                    role.isEmpty() || pod.findValue("securityContext") == null,
                    role + " must not change who it runs as");
        }
    }

    private void volumes() {
        Set<String> declared = new TreeSet<>();
        for (JsonNode volume : job.at("/spec/podTemplate/spec/volumes")) {
            declared.add(volume.path("name").asText());
            require(!volume.has("hostPath"), "hostPath must not be mounted");
            require(
                    !volume.has("emptyDir") || volume.at("/emptyDir").has("sizeLimit"),
                    volume.path("name") + " has no sizeLimit");
        }
        Set<String> mounted = new TreeSet<>();
        Set<String> writable = new HashSet<>();
        for (JsonNode mount : mainContainer().path("volumeMounts")) {
            mounted.add(mount.path("name").asText());
            if (!mount.path("readOnly").asBoolean()) {
                writable.add(mount.path("mountPath").asText());
            }
        }
        require(declared.equals(mounted), "volumes " + declared + " but mounts " + mounted);
        for (String needed : List.of("/tmp", "/opt/flink/log", "/var/lib/holdfast")) {
            require(writable.contains(needed), needed + " must be writable");
        }
    }

    private void secrets() {
        for (JsonNode variable : mainContainer().path("env")) {
            String name = variable.path("name").asText();
            require(
                    !SECRET_NAME.matcher(name).matches()
                            || variable.at("/valueFrom/secretKeyRef/key").isTextual(),
                    name + " must come from a secret");
        }
        job.at("/spec/flinkConfiguration")
                .fieldNames()
                .forEachRemaining(
                        key ->
                                require(
                                        !SECRET_NAME.matcher(key).matches(),
                                        key + " must come from a secret"));
        require(
                !job.at("/spec/job/args").toString().contains("password="),
                "an argument holds a password");
    }

    private JsonNode mainContainer() {
        for (JsonNode container : job.at("/spec/podTemplate/spec/containers")) {
            if (container.path("name").asText().equals(MAIN)) {
                return container;
            }
        }
        throw new AssertionError(job + " has no " + MAIN);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(job + ": " + otherwise);
        }
    }
}
