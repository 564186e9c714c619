package holdfast.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the job can read what others write, and what it refused lately. */
record RecordRules(Deployment deployment, Facts facts) implements Rules {

    private static final int SHOWN_MAX = 3;

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Facts.Sample sample : facts.samples()) {
            findings.add(judged(sample));
        }
        List<Finding> letters = new ArrayList<>();
        for (Facts.DeadLetters refused : facts.deadLetters()) {
            if (refused.lastHour() > 0) {
                letters.add(growing(refused));
            }
        }
        findings.addAll(summed("dead-letters", letters, "none came in the last hour"));
        return findings;
    }

    private Finding judged(Facts.Sample sample) {
        String topic = sample.topic();
        if (!sample.problem().isEmpty()) {
            return Finding.fail("records", topic + " cannot be read: " + sample.problem(), "");
        }
        if (sample.read() == 0) {
            return Finding.ok("records", "no record yet on " + topic).about(topic);
        }
        String seen = topic + ": of the newest " + sample.read() + " records ";
        int refusals = sample.refusals();
        if (refusals > 0) {
            String text = seen + refusals + " cannot be used: " + shown(sample.refused());
            boolean most = refusals * 2 > sample.read();
            return most
                    ? Finding.fail("records", text, remedy(topic))
                    : Finding.warn("records", text, remedy(topic));
        }
        if (sample.unidentified() * 2 > sample.read()) {
            return Finding.warn(
                    "records", seen + sample.unidentified() + " name no customer", remedy(topic));
        }
        return Finding.ok("records", seen + "all can be used");
    }

    private String remedy(String topic) {
        return "./holdfast map check --bootstrap %s --topic %s --playbook FILE"
                .formatted(deployment.bootstrap(), topic);
    }

    private Finding growing(Facts.DeadLetters letters) {
        return Finding.warn(
                "dead-letters",
                String.format(
                        Locale.ROOT,
                        "%s: %,d in the last hour, the newest for %s",
                        letters.topic(),
                        letters.lastHour(),
                        shown(letters.reasons())),
                "./holdfast tail --json --from-beginning --bootstrap %s --topic %s"
                        .formatted(deployment.bootstrap(), letters.topic()));
    }

    private static String shown(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_MAX)
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
