package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** That the checks find what they are there to find. */
class TypingMistakesTest {

    private static final int JOBS = 2;

    @Test
    void findsAFieldThatTheOperatorWouldIgnore() throws Exception {
        assumeThat(Checks.seesCustomKinds())
                .as("left out: the operators' definitions are not beside this repository")
                .isTrue();

        assertThat(baseProblems("    resource:", "    resources:"))
                .anyMatch(it -> it.contains("'resources' is not defined"));
        assertThat(baseProblems("mountPath:", "mountpath:"))
                .anyMatch(it -> it.contains("'mountpath' is not defined"));
        assertThat(baseProblems("v2_2", "v2_9")).anyMatch(it -> it.contains("v2_1"));
        assertThat(problems("overlays/strimzi/users.yaml", "operations:", "operation:"))
                .anyMatch(it -> it.contains("'operation' is not defined"));
        assertThat(problems("overlays/strimzi/users.yaml", "scram-sha-512", "scram-sha-1"))
                .anyMatch(it -> it.contains("scram-sha-512"));
    }

    @Test
    void findsAFieldThatKubernetesWouldIgnore() throws Exception {
        assertThat(problems("base/network.yaml", "podSelector:", "podSelectors:"))
                .anyMatch(it -> it.contains("podSelectors"));
        assertThat(problems("base/access.yaml", "verbs:", "verb:"))
                .anyMatch(it -> it.contains("verb"));
        assertThat(problems("base/disruption.yaml", "minAvailable", "minAvailible"))
                .anyMatch(it -> it.contains("minAvailible"));
        assertThat(problems("monitoring/podmonitor.yaml", "interval:", "intervall:"))
                .anyMatch(it -> it.contains("intervall"));
        assertThat(problems("base/access.yaml", "  labels:", "  lables:"))
                .anyMatch(it -> it.contains("lables"));
    }

    @Test
    void findsAKeyThatFlinkWouldIgnore() throws Exception {
        assertThat(baseProblems("execution.checkpointing.dir", "execution.checkpointing.dri"))
                .contains(
                        "Flink knows no \"execution.checkpointing.dri\"; did you mean"
                                + " \"execution.checkpointing.dir\"?");
        assertThat(baseProblems("reporter.churn.port", "reporter.chrun.port")).hasSize(JOBS);
    }

    @Test
    void findsAPodThatMayDoTooMuch() throws Exception {
        assertThat(baseProblems("runAsNonRoot: true", "runAsNonRoot: false")).hasSize(JOBS);
        assertThat(baseProblems("drop: [ALL]", "drop: [NET_RAW]")).hasSize(JOBS);
        assertThat(baseProblems("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"))
                .hasSize(JOBS);
        assertThat(baseProblems("type: RuntimeDefault", "type: Unconfined")).hasSize(JOBS);
        assertThat(baseProblems(ImageTest.version(), "latest")).hasSize(JOBS);
        assertThat(
                        baseProblems(
                                "sasl.jaas.config=${directory",
                                "sasl.jaas.config=x password=y ${directory"))
                .hasSize(JOBS);
    }

    @Test
    void findsAPortOnWhichNobodyListens() throws Exception {
        assertThat(baseProblems("containerPort: 9250", "containerPort: 9251"))
                .anyMatch(it -> it.contains("no pod listens on 9250"));
        assertThat(baseProblems("component: jobmanager", "component: jobmaster"))
                .anyMatch(it -> it.contains("no pod is labelled component=\"jobmaster\""));
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> Manifest.parse("twice.yaml", "kind: A\nkind: B\n"))
                .hasMessageContaining("twice.yaml")
                .hasMessageContaining("Duplicate field 'kind'");
    }

    private static List<String> problems(String file, String right, String wrong)
            throws IOException {
        List<String> problems = new ArrayList<>();
        changed(file, right, wrong).forEach(it -> problems.addAll(Checks.schemaProblems(it)));
        return problems;
    }

    /** Of the whole base, with every occurrence of one word changed. */
    private static List<String> baseProblems(String right, String wrong) {
        AtomicBoolean changed = new AtomicBoolean();
        List<Manifest> all =
                Base.read(
                        text -> {
                            changed.compareAndSet(false, text.contains(right));
                            return text.replace(right, wrong);
                        });
        assertThat(changed).as(right).isTrue();
        return Checks.problems(all);
    }

    private static List<Manifest> changed(String file, String right, String wrong)
            throws IOException {
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(right);
        return Manifest.parse(file, text.replace(right, wrong));
    }
}
