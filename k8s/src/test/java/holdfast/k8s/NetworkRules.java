package holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether network policies and the pods that they speak of belong together. */
final class NetworkRules {

    private static final List<String> PORT_KEYS =
            List.of(
                    "rest.port",
                    "taskmanager.data.port",
                    "taskmanager.rpc.port",
                    "jobmanager.rpc.port",
                    "high-availability.jobmanager.port",
                    "blob.server.port",
                    "metrics.internal.query-service.port");

    private final List<Manifest> jobs;
    private final List<Manifest> policies;
    private final List<String> problems = new ArrayList<>();

    private NetworkRules(List<Manifest> all) {
        jobs = Manifest.ofKind(all, "FlinkDeployment");
        policies = Manifest.ofKind(all, "NetworkPolicy");
    }

    static List<String> problems(List<Manifest> all) {
        NetworkRules rules = new NetworkRules(all);
        rules.denyByDefault();
        rules.policies.forEach(rules::check);
        return rules.problems;
    }

    /** Ports that Flink listens on, each fixed: one drawn by chance could not be let through. */
    static Set<Integer> flinkPorts(Manifest job) {
        Set<Integer> ports = new TreeSet<>();
        for (String key : PORT_KEYS) {
            int port = job.at("/spec/flinkConfiguration").path(key).asInt();
            if (port == 0) {
                throw new AssertionError(key + " is not fixed");
            }
            ports.add(port);
        }
        return ports;
    }

    /** Ports that Prometheus reads, by name. */
    static Map<String, Integer> metricsPorts(Manifest job) {
        Map<String, Integer> ports = new HashMap<>();
        for (JsonNode port : job.at("/spec/podTemplate/spec/containers/0/ports")) {
            ports.put(port.path("name").asText(), port.path("containerPort").asInt());
        }
        return ports;
    }

    private void denyByDefault() {
        boolean denied =
                policies.stream()
                        .anyMatch(
                                policy ->
                                        policy.texts("/spec/policyTypes")
                                                        .equals(List.of("Ingress", "Egress"))
                                                && policy.at("/spec/ingress").isMissingNode()
                                                && policy.at("/spec/egress").isMissingNode());
        if (!denied) {
            problems.add("no policy denies by default");
        }
    }

    private void check(Manifest policy) {
        JsonNode selector = policy.at("/spec/podSelector/matchLabels");
        requirePod(policy, selector);
        Set<Integer> listening = listening(selector);
        for (JsonNode rule : policy.at("/spec/ingress")) {
            requireNarrow(policy, rule, "from");
            rule.path("ports").forEach(port -> requireListening(policy, port, listening));
        }
        for (JsonNode rule : policy.at("/spec/egress")) {
            if (rule.path("ports").isEmpty()) {
                problems.add(policy + ": lets out to every port");
            }
            for (JsonNode peer : rule.path("to")) {
                if (peer.at("/podSelector/matchLabels").equals(selector)) {
                    rule.path("ports").forEach(port -> requireListening(policy, port, listening));
                }
            }
        }
    }

    private void requireNarrow(Manifest policy, JsonNode rule, String peers) {
        if (rule.path("ports").isEmpty() || rule.path(peers).isEmpty()) {
            problems.add(policy + ": lets in everybody or to every port");
        }
    }

    private void requireListening(Manifest policy, JsonNode port, Set<Integer> listening) {
        if (!listening.contains(port.path("port").asInt())) {
            problems.add(policy + ": no pod listens on " + port.path("port"));
        }
    }

    /** Ports on which every pod that is spoken of listens. */
    private Set<Integer> listening(JsonNode selector) {
        Set<Integer> common = new TreeSet<>();
        boolean isFirst = true;
        for (Manifest job : jobs) {
            if (missing(job, selector).isEmpty()) {
                Set<Integer> ports = flinkPorts(job);
                ports.addAll(metricsPorts(job).values());
                if (isFirst) {
                    common.addAll(ports);
                } else {
                    common.retainAll(ports);
                }
                isFirst = false;
            }
        }
        return common;
    }

    private void requirePod(Manifest policy, JsonNode selector) {
        if (selector.isEmpty()) {
            problems.add(policy + ": speaks of every pod of the namespace");
        }
        List<String> shortest = missing(jobs.get(0), selector);
        for (Manifest job : jobs) {
            List<String> missing = missing(job, selector);
            shortest = missing.size() < shortest.size() ? missing : shortest;
        }
        for (String label : shortest) {
            problems.add(policy + ": no pod is labelled " + label);
        }
    }

    /** Labels asked for that are neither in our template nor given to a job's pods by Flink. */
    private static List<String> missing(Manifest job, JsonNode selector) {
        JsonNode labels = job.at("/spec/podTemplate/metadata/labels");
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : selector.properties()) {
            String value = label.getValue().asText();
            boolean ours = labels.path(label.getKey()).asText().equals(value);
            if (!ours && !isGivenByFlink(job, label.getKey(), value)) {
                missing.add(label.toString());
            }
        }
        return missing;
    }

    private static boolean isGivenByFlink(Manifest job, String label, String value) {
        return switch (label) {
            case "app" -> value.equals(job.name());
            case "component" -> value.equals("jobmanager") || value.equals("taskmanager");
            default -> false;
        };
    }
}
