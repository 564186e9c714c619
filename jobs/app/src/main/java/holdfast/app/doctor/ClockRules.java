package holdfast.app.doctor;

import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.List;

/** Whether time passes, and whether the clocks of this host, the broker and the job agree. */
record ClockRules(Deployment deployment, Facts facts) implements Rules {

    private static final long MISSED_TICKS = 5;
    private static final long SKEW_MILLIS_MAX = 2_000;

    @Override
    public List<Finding> findings() {
        if (deployment.topics().simulated()) {
            return List.of(Finding.ok("ticks", "not judged: the clock is simulated"));
        }
        return facts.ticks().map(this::judged).orElseGet(List::of);
    }

    private List<Finding> judged(Facts.Ticks ticks) {
        if (ticks.newestMillis() == 0) {
            return List.of(
                    Finding.warn(
                            "ticks",
                            "there is none: time stands still until the job runs, or another writer"
                                    + " ticks",
                            "./holdfast score --bootstrap " + deployment.bootstrap()));
        }
        List<Finding> findings = new ArrayList<>();
        flow(ticks, findings);
        skew(ticks, findings);
        return findings;
    }

    private void flow(Facts.Ticks ticks, List<Finding> findings) {
        long ageMillis = Math.max(0, ticks.nowMillis() - ticks.newestMillis());
        if (ticks.arrivedMillis() == 0
                && ageMillis > MISSED_TICKS * deployment.clock().ticks().intervalMillis()) {
            findings.add(
                    Finding.fail(
                            "ticks",
                            "the newest is "
                                    + span(ageMillis)
                                    + " old: time stands still, and no silence is noticed",
                            "start the job, or what else writes ticks"));
            return;
        }
        findings.add(Finding.ok("ticks", "they come; the newest is " + span(ageMillis) + " old"));
    }

    private void skew(Facts.Ticks ticks, List<Finding> findings) {
        long writerMillis = ticks.writtenMillis() - ticks.newestMillis();
        if (Math.abs(writerMillis) > SKEW_MILLIS_MAX && ticks.writtenMillis() != 0) {
            findings.add(apart("the host that writes ticks", writerMillis));
        }
        if (ticks.arrivedMillis() == 0) {
            findings.add(Finding.ok("clock", "of this host not compared: no tick came meanwhile"));
            return;
        }
        long hostMillis = ticks.arrivedMillis() - ticks.newestMillis();
        findings.add(
                Math.abs(hostMillis) > SKEW_MILLIS_MAX
                        ? apart("this host", hostMillis)
                        : Finding.ok("clock", "this host and the broker agree within 2s"));
    }

    private static Finding apart(String whose, long millis) {
        return Finding.warn(
                "clock",
                "the clock of %s is %s %s the broker's"
                        .formatted(
                                whose, span(Math.abs(millis)), millis > 0 ? "ahead of" : "behind"),
                "let both hosts keep time by NTP (chronyc tracking)");
    }

    /** To the second: nobody reads milliseconds of hours. */
    private static String span(long millis) {
        return Durations.print(millis < 1_000 ? millis : millis / 1_000 * 1_000);
    }
}
