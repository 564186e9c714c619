package holdfast.core.mapping;

import holdfast.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What to know before a proposal is trusted. */
final class SampleWarnings {

    private static final double MANY_SHARE = 0.2;
    private static final int FEW_RECORDS = 20;
    private static final int EVENT_NAMES_MANY = 200;
    private static final int CODES_SHOWN = 4;

    private final EventSample sample;
    private final Proposal proposal;
    private final Playbook playbook;
    private final List<String> warnings = new ArrayList<>();

    /* Rows of a log have no ids, and may be written in more ways than messages. */
    private final boolean messages;

    private SampleWarnings(EventSample sample, Proposal proposal, Playbook playbook) {
        this.sample = sample;
        this.proposal = proposal;
        this.playbook = playbook;
        this.messages = proposal.choices().containsKey(FieldRole.MESSAGE_ID);
    }

    static List<String> of(EventSample sample, Proposal proposal, Playbook playbook) {
        SampleWarnings all = new SampleWarnings(sample, proposal, playbook);
        all.missing();
        all.time();
        all.customer();
        all.amounts();
        all.currencies();
        all.others();
        return all.warnings;
    }

    private void missing() {
        for (FieldRole role : FieldRole.values()) {
            if (role.isNeeded() && chosen(role).isEmpty() && sample.records() > 0) {
                warnings.add(
                        "no field looks like the %s: without one nothing can be scored"
                                .formatted(role.label()));
            }
        }
        if (messages && chosen(FieldRole.MESSAGE_ID).isEmpty() && sample.records() > 0) {
            warnings.add(
                    "no field looks like the id of a message: a message that is sent twice counts"
                            + " twice");
        }
    }

    private void time() {
        for (Candidate time : chosen(FieldRole.TIME)) {
            String path = time.path();
            TimeShape shape = time.facts().timeShape().orElse(TimeShape.ZONED);
            switch (shape) {
                case ZONED, MILLIS -> {}
                case SECONDS, MICROS -> warnings.add(path + " holds " + shape.words());
                case LOCAL ->
                        warnings.add(
                                path
                                        + " has no zone: it is read as UTC; if it is local time,"
                                        + " events lie hours off and days are counted wrongly");
                case DATE ->
                        warnings.add(
                                path + " has no time of day: every event happens at midnight UTC");
                case NANOS, DAY_FIRST, MONTH_FIRST ->
                        warnings.add(path + " holds " + shape.words() + wayOut(shape));
            }
        }
    }

    private String wayOut(TimeShape shape) {
        boolean readable = !messages && shape != TimeShape.NANOS;
        return readable ? "" : ", which are refused: send ISO-8601 or milliseconds";
    }

    private void customer() {
        List<Candidate> chosen = chosen(FieldRole.CUSTOMER);
        if (chosen.isEmpty()) {
            return;
        }
        BitSet covered = new BitSet();
        chosen.forEach(candidate -> covered.or(candidate.facts().column().presence()));
        double without = 1 - (double) covered.cardinality() / Math.max(1, sample.records());
        if (without > MANY_SHARE) {
            warnings.add(
                    "%s of the records name no customer: they are counted as unidentified"
                            .formatted(RoleScore.percent(without)));
        }
        FieldFacts facts = chosen.get(0).facts();
        if (facts.column().values().size() >= FEW_RECORDS && facts.distinctShare() > 0.95) {
            warnings.add(
                    facts.path()
                            + " hardly repeats in this sample: take a larger one, or make sure that"
                            + " it is not new with every event");
        }
        boolean mail = facts.shapes().stream().anyMatch(shape -> shape.contains("@"));
        if (mail) {
            warnings.add(
                    facts.path() + " holds mail addresses: an id of your own would not change");
        }
        Sessions.warning(sample, proposal).ifPresent(warnings::add);
    }

    private void amounts() {
        for (Candidate amount : chosen(FieldRole.AMOUNT)) {
            Amounts written = amount.facts().amounts();
            if (written.comma() > 0 && messages) {
                warnings.add(
                        "%s writes %s of its amounts with a decimal comma: they are refused as"
                                        .formatted(
                                                amount.path(), RoleScore.percent(written.comma()))
                                + " bad_amount; send plain numbers");
            }
            if (written.looksMinor()) {
                warnings.add(
                        amount.path()
                                + " looks like minor units (whole, and most end in 00, 50, 90, 95"
                                + " or 99): amounts are read as major units, so 4990 would count"
                                + " as 4,990");
            }
        }
    }

    private void currencies() {
        String ours = playbook.currency().getCurrencyCode();
        Set<String> codes = new TreeSet<>();
        for (Candidate currency : chosen(FieldRole.CURRENCY)) {
            codes.addAll(currency.facts().counts().keySet());
        }
        List<String> shown = codes.stream().limit(CODES_SHOWN).toList();
        if (codes.size() > 1) {
            warnings.add(
                    "%d currencies (%s): only amounts in the playbook's %s are taken"
                            .formatted(codes.size(), String.join(", ", shown), ours));
        } else if (codes.size() == 1 && !codes.contains(ours)) {
            warnings.add(
                    "amounts are in %s, the playbook's are in %s: put \"currency: %s\" into it"
                            .formatted(shown.get(0), ours, shown.get(0)));
        }
    }

    private void others() {
        for (Candidate event : chosen(FieldRole.EVENT)) {
            if (event.facts().distinct() > EVENT_NAMES_MANY) {
                warnings.add(
                        "%s has %d different names: what changes with each event belongs into"
                                        .formatted(event.path(), event.facts().distinct())
                                + " properties");
            }
        }
        if (sample.fieldsLeftOut() > 0) {
            warnings.add(
                    "only the first %d different fields were looked at"
                            .formatted(EventSample.FIELDS_MAX));
        }
        for (Map.Entry<FieldRole, Choice> entry : proposal.choices().entrySet()) {
            entry.getValue().doubts().stream()
                    .map(doubt -> entry.getKey().label() + ": " + doubt)
                    .sorted()
                    .forEach(warnings::add);
        }
    }

    private List<Candidate> chosen(FieldRole role) {
        return proposal.choice(role).chosen();
    }
}
