package holdfast.app.doctor;

import holdfast.app.options.Delivery;
import holdfast.app.registry.RegistrySettings;
import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the brokers allow what the job does, and whether the way to them is safe. */
record BrokerRules(Deployment deployment, Facts facts) implements Rules {

    private static final String LIMIT = "transaction.max.timeout.ms";
    private static final String PROTOCOL = "security.protocol";

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Facts.Broker broker = facts.broker();
        String version = broker.version().isEmpty() ? "" : ", version " + broker.version();
        String count = broker.count() == 1 ? "1 broker" : broker.count() + " brokers";
        findings.add(Finding.ok("broker", count + " at " + deployment.bootstrap() + version));
        deployment.registry().ifPresent(registry -> findings.add(registry(registry)));
        findings.add(transactions());
        findings.add(transport());
        findings.addAll(secrets());
        return findings;
    }

    private Finding registry(RegistrySettings registry) {
        String problem = facts.registryProblem();
        return problem.isEmpty()
                ? Finding.ok("registry", "it answers at " + registry.url())
                : Finding.fail(
                        "registry",
                        "no use of it at " + registry.url() + ": " + problem,
                        "mend it, or --registry-url; the job waits for it");
    }

    private Finding transactions() {
        if (deployment.ends().delivery() != Delivery.EXACTLY_ONCE) {
            return Finding.ok("transactions", "none are used: delivery is at-least-once");
        }
        long wantedMillis = deployment.ends().transactionTimeoutMillis();
        Optional<Long> limitMillis =
                Optional.ofNullable(facts.broker().settings().get(LIMIT)).map(Long::parseLong);
        if (limitMillis.isPresent() && wantedMillis > limitMillis.get()) {
            return Finding.fail(
                    "transactions",
                    "the job asks for a timeout of %s and the broker allows %s: it does not start"
                            .formatted(
                                    Durations.print(wantedMillis),
                                    Durations.print(limitMillis.get())),
                    "--set kafka.client.transaction.timeout.ms="
                            + limitMillis.get()
                            + ", or raise "
                            + LIMIT);
        }
        if (wantedMillis < 2 * deployment.checkpointMillis()) {
            return Finding.fail(
                    "transactions",
                    "a timeout of %s does not outlast two checkpoints: output would be lost"
                            .formatted(Durations.print(wantedMillis)),
                    "--set kafka.client.transaction.timeout.ms="
                            + 10 * deployment.checkpointMillis());
        }
        return Finding.ok(
                "transactions",
                "may last %s; an outage of the job that is longer loses output"
                        .formatted(Durations.print(wantedMillis)));
    }

    private Finding transport() {
        Map<String, String> client = deployment.ends().cluster().client();
        String protocol = client.getOrDefault(PROTOCOL, "PLAINTEXT");
        if (protocol.endsWith("SSL")) {
            return Finding.ok("transport", protocol);
        }
        String bootstrap = deployment.bootstrap();
        boolean here = bootstrap.startsWith("127.0.0.1:") || bootstrap.startsWith("localhost:");
        return here
                ? Finding.ok("transport", protocol + ", within this host")
                : Finding.warn(
                        "transport",
                        protocol + ": whoever sees the network sees the customers' events",
                        "give security.protocol=SASL_SSL and the rest in --kafka-config FILE");
    }

    private List<Finding> secrets() {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> setting : deployment.ends().cluster().client().entrySet()) {
            String key = setting.getKey();
            boolean secret =
                    key.endsWith("password")
                            || key.equals("ssl.keystore.key")
                            || (key.endsWith("jaas.config")
                                    && setting.getValue().contains("password"));
            if (secret && !setting.getValue().contains("${")) {
                findings.add(
                        Finding.warn(
                                "secrets",
                                key
                                        + " holds a secret in the clear, which travels in the job's graph",
                                "refer to it: ${env:NAME}, ${file:/path:key} or ${directory:/path:name}"));
            }
        }
        return findings;
    }
}
