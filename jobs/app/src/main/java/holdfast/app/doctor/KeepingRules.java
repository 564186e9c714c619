package holdfast.app.doctor;

import holdfast.app.kafka.ClientSettings;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicFacts;
import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether topics keep what they must, stamp it by the right clock, and take it in its size. */
record KeepingRules(Deployment deployment, Facts facts) implements Rules {

    private static final String COMPACT = "compact";
    private static final String FOREVER = "-1";
    private static final String TYPE = "message.timestamp.type";
    private static final String AHEAD = "message.timestamp.after.max.ms";
    private static final String BYTES = "max.message.bytes";
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long TICKS_MILLIS_MIN = HOUR / 6;
    private static final long SHORT_DAYS = 3;
    private static final long HEADER_BYTES = 64 << 10;

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(summed("cleanup", cleanup(), "scores are compacted, the rest is not"));
        findings.addAll(summed("retention", retention(), "records outlast an outage of the job"));
        findings.addAll(summed("timestamps", timestamps(), "records are stamped as the job needs"));
        findings.addAll(summed("size", sizes(), "what is read can be written as a dead letter"));
        return findings;
    }

    private List<Finding> cleanup() {
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            present(topic).ifPresent(found -> cleanup(topic, found, findings));
        }
        return findings;
    }

    private void cleanup(Topic topic, TopicFacts found, List<Finding> findings) {
        boolean compacts = found.setting("cleanup.policy").orElse("").contains(COMPACT);
        if (topic == Topic.SCORES && !compacts) {
            findings.add(
                    Finding.fail(
                                    "cleanup",
                                    found.name() + " is not compacted: scores vanish with age",
                                    deployment.apply())
                            .about(found.name()));
        } else if (topic != Topic.SCORES && topic != Topic.PROFILE && compacts) {
            findings.add(
                    Finding.fail(
                                    "cleanup",
                                    found.name()
                                            + " is compacted: of each key only the newest record stays, and"
                                            + " the job needs all",
                                    deployment.alter(found.name(), "cleanup.policy=delete"))
                            .about(found.name()));
        }
    }

    private List<Finding> retention() {
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            present(topic).ifPresent(found -> retention(topic, found, findings));
        }
        return findings;
    }

    private void retention(Topic topic, TopicFacts found, List<Finding> findings) {
        String kept = found.setting("retention.ms").orElse(FOREVER);
        boolean deletes = found.setting("cleanup.policy").orElse("delete").contains("delete");
        if (kept.equals(FOREVER) || !deletes) {
            return;
        }
        long keptMillis = Long.parseLong(kept);
        String keeps = found.name() + " keeps records for " + Durations.print(keptMillis);
        switch (topic) {
            case MODELS, PLAYBOOKS ->
                    findings.add(
                            Finding.fail(
                                            "retention",
                                            keeps
                                                    + " and must for ever: a job that starts afresh reads it",
                                            deployment.apply())
                                    .about(found.name()));
            case TICKS -> {
                if (keptMillis < TICKS_MILLIS_MIN) {
                    findings.add(
                            Finding.warn("retention", keeps, deployment.apply())
                                    .about(found.name()));
                }
            }
            case SCORES -> {}
            default -> outlasts(found.name(), keeps, keptMillis, findings);
        }
    }

    private void outlasts(String name, String keeps, long keptMillis, List<Finding> findings) {
        String fix = deployment.alter(name, "retention.ms=" + 7 * DAY);
        if (keptMillis < DAY) {
            findings.add(
                    Finding.fail("retention", keeps + ": an outage of a night loses some", fix)
                            .about(name));
        } else if (keptMillis < SHORT_DAYS * DAY) {
            findings.add(
                    Finding.warn("retention", keeps + ": an outage of a weekend loses some", fix)
                            .about(name));
        }
    }

    private List<Finding> timestamps() {
        List<Finding> findings = new ArrayList<>();
        present(Topic.TICKS).ifPresent(found -> tickStamps(found, findings));
        for (Topic topic : Topic.values()) {
            if (topic.source().isPresent()) {
                present(topic).ifPresent(found -> eventStamps(found, findings));
            }
        }
        return findings;
    }

    private void tickStamps(TopicFacts found, List<Finding> findings) {
        String type = found.setting(TYPE).orElse("");
        String wanted = simulated() ? "CreateTime" : "LogAppendTime";
        if (!type.isEmpty() && !type.equals(wanted)) {
            findings.add(
                    Finding.fail(
                                    "timestamps",
                                    "%s has %s and the job needs %s: it does not start"
                                            .formatted(found.name(), type, wanted),
                                    deployment.apply())
                            .about(found.name()));
        }
    }

    private void eventStamps(TopicFacts found, List<Finding> findings) {
        String type = found.setting(TYPE).orElse("");
        if (simulated() && type.equals("LogAppendTime")) {
            findings.add(
                    Finding.fail(
                                    "timestamps",
                                    found.name()
                                            + " is stamped by the broker, and the clock is simulated",
                                    deployment.apply())
                            .about(found.name()));
        }
        long aheadMillis = found.setting(AHEAD).map(Long::parseLong).orElse(HOUR);
        if (!simulated() && type.equals("CreateTime") && aheadMillis > HOUR) {
            findings.add(
                    Finding.warn(
                                    "timestamps",
                                    found.name()
                                            + " may bear any time that a producer says: events of a wrong clock"
                                            + " are not seen to lie in the future",
                                    deployment.alter(found.name(), AHEAD + "=" + HOUR))
                            .about(found.name()));
        }
    }

    private List<Finding> sizes() {
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (topic.hasDeadLetters()) {
                present(topic).ifPresent(found -> size(topic, found, findings));
            }
        }
        return findings;
    }

    private void size(Topic topic, TopicFacts found, List<Finding> findings) {
        TopicFacts letters = facts.topics().get(deployment.topics().deadLetterName(topic));
        long writable = ClientSettings.REQUEST_BYTES_MAX;
        if (letters != null) {
            writable =
                    Math.min(
                            writable, letters.setting(BYTES).map(Long::parseLong).orElse(writable));
        }
        long readable = found.setting(BYTES).map(Long::parseLong).orElse(0L);
        if (readable > writable - HEADER_BYTES) {
            findings.add(
                    Finding.fail(
                                    "size",
                                    "%s takes records of %d bytes, which as dead letters would exceed %d: one such stops the job"
                                            .formatted(found.name(), readable, writable),
                                    deployment.alter(found.name(), BYTES + "=" + (8 << 20)))
                            .about(found.name()));
        }
    }

    private boolean simulated() {
        return deployment.topics().simulated();
    }

    private Optional<TopicFacts> present(Topic topic) {
        return Optional.ofNullable(facts.topics().get(deployment.topics().name(topic)))
                .filter(found -> !found.settings().isEmpty());
    }
}
