package holdfast.core.mapping;

import holdfast.core.playbook.Category;
import holdfast.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rates one field for one role by its name and its values, and says why. */
final class RoleScore {

    private static final int FEW_RECORDS = 20;
    private static final int EVENT_NAMES_MAX = 300;

    private final FieldFacts facts;
    private final List<String> reasons = new ArrayList<>();
    private int points;

    private RoleScore(FieldFacts facts) {
        this.facts = facts;
    }

    /** The field as a candidate; empty when its values cannot have the role. */
    static Optional<Candidate> of(FieldFacts facts, FieldRole role, Playbook playbook) {
        RoleScore score = new RoleScore(facts);
        int named = FieldWords.points(role, facts.path());
        score.add(named, named > 0 ? "named like one" : "its name speaks against it");
        boolean possible =
                switch (role) {
                    case CUSTOMER -> score.customer();
                    case EVENT -> score.event(playbook);
                    case TIME -> score.time(named);
                    case MESSAGE_ID -> named > 0 && score.messageId();
                    case AMOUNT -> named > 0 && score.amount();
                    case CURRENCY -> score.currency();
                    case REFERS_TO -> named > 0 && facts.timeShape().isPresent();
                };
        return possible
                ? Optional.of(new Candidate(facts, score.points, score.reasons))
                : Optional.empty();
    }

    private boolean customer() {
        if (facts.idShare() < 0.9) {
            return false;
        }
        add((int) Math.round(10 * facts.coverage()), "");
        boolean many = facts.column().values().size() >= FEW_RECORDS;
        if (facts.distinct() == 1 && many) {
            add(-30, "the same in all records");
        } else if (many && facts.distinct() < 5) {
            add(-15, "only a handful of values");
        } else if (facts.distinctShare() < 0.9) {
            add(15, "values come again");
        }
        boolean instant = facts.timeShape().isPresent() && facts.times().rising() > 0.8;
        add(instant ? -60 : 0, "values are times");
        return true;
    }

    private boolean event(Playbook playbook) {
        if (facts.kindShare(FieldKind.TEXT) < 0.9 || facts.timeShape().isPresent()) {
            return false;
        }
        add((int) Math.round(15 * facts.coverage()), "");
        boolean many = facts.column().values().size() >= FEW_RECORDS;
        if (many && facts.distinct() == 1) {
            add(-20, "the same in all records");
        } else if (many && (facts.distinctShare() > 0.5 || facts.distinct() > EVENT_NAMES_MAX)) {
            add(-50, "too many different values for names of events");
        } else if (many && facts.distinctShare() <= 0.3) {
            add(20, "few values that come again");
        }
        add(facts.digitShare() > 0.5 ? -15 : 0, "its values hold numbers");
        double known = knownShare(playbook);
        add((int) Math.round(30 * known), "the playbook knows %s".formatted(percent(known)));
        return true;
    }

    private double knownShare(Playbook playbook) {
        int known = 0;
        for (Map.Entry<String, Integer> entry : facts.counts().entrySet()) {
            boolean named = playbook.categoryOf(entry.getKey()).id() != Category.OTHER.id();
            known += named ? entry.getValue() : 0;
        }
        return (double) known / Math.max(1, facts.column().values().size());
    }

    private boolean time(int named) {
        if (facts.timeShape().isEmpty()) {
            return false;
        }
        TimeShape shape = facts.timeShape().get();
        double share = facts.times().share();
        double rising = facts.times().rising();
        add((int) Math.round(20 * share), "%s are %s".formatted(percent(share), shape.words()));
        add((int) Math.round(15 * facts.coverage()), "");
        if (facts.distinct() == 1 && facts.column().values().size() >= FEW_RECORDS) {
            add(-30, "the same in all records");
        } else if (rising > 0.8) {
            add(rising > 0.95 ? 20 : 10, "rises along the sample");
        } else if (shape.isNumber() && named <= 0) {
            return false;
        }
        return true;
    }

    private boolean messageId() {
        if (facts.idShare() < 0.9 || facts.distinctShare() < 0.95 || facts.coverage() < 0.5) {
            return false;
        }
        add(10, "hardly a value comes twice");
        return facts.timeShape().isEmpty() || facts.timeShape().get().isNumber();
    }

    private boolean amount() {
        if (facts.amounts().numbers() < 0.8) {
            return false;
        }
        add(facts.amounts().fractions() > 0.2 ? 10 : 0, "digits behind the point");
        add(facts.distinct() == 1 ? -10 : 0, "the same in all records");
        return true;
    }

    private boolean currency() {
        if (facts.currencyShare() < 0.95) {
            return false;
        }
        add(40, "codes of currencies");
        return true;
    }

    private void add(int more, String reason) {
        points += more;
        if (more != 0 && !reason.isEmpty()) {
            reasons.add(reason);
        }
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
