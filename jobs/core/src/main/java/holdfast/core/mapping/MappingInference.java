package holdfast.core.mapping;

import holdfast.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which fields of a sample are what.
 *
 * <p>Deterministic: the same sample and playbook give the same proposal. Not thread-safe.
 */
public final class MappingInference {

    /*
     * 1. A known form (Segment, GA4, ...) says where things are; its fields are taken where the
     *    sample has them and their values will do.
     * 2. For what it does not say, every field is rated by the words of its name and by its values,
     *    and the best is taken if it reaches the role's threshold.
     * 3. For the customer, the event and the time, more fields follow that fill records where the
     *    first is absent.
     * 4. A second field with nearly as many points, or a best one that hardly reaches the
     *    threshold, is a doubt that a person must settle.
     */

    private static final int NEARLY_POINTS = 8;
    private static final int WEAK_POINTS = 15;
    private static final int FIELDS_CHOSEN_MAX = 3;
    private static final int RUNNERS_UP_MAX = 3;
    private static final double FORM_SHARE_MIN = 0.5;
    private static final double GAP_SHARE_MIN = 0.01;

    private final EventSample sample;
    private final Playbook playbook;
    private final List<FieldFacts> facts;
    private final Optional<Convention> form;
    private final Set<String> taken = new HashSet<>();

    private MappingInference(EventSample sample, Playbook playbook) {
        this.sample = sample;
        this.playbook = playbook;
        this.facts =
                sample.columns().stream().map(column -> FieldFacts.of(sample, column)).toList();
        this.form = Convention.ALL.stream().filter(this::fits).findFirst();
    }

    /**
     * Proposes a mapping.
     *
     * @param playbook whose event names are looked for, and whose currency amounts should have
     */
    public static Proposal propose(EventSample sample, Playbook playbook) {
        return propose(sample, playbook, EnumSet.allOf(FieldRole.class));
    }

    /** Proposes fields for some of the roles, where messages have no others. */
    public static Proposal propose(EventSample sample, Playbook playbook, Set<FieldRole> roles) {
        return new MappingInference(sample, playbook).propose(EnumSet.copyOf(roles));
    }

    private Proposal propose(Set<FieldRole> roles) {
        Map<FieldRole, Choice> choices = new EnumMap<>(FieldRole.class);
        for (FieldRole role : roles) {
            Choice choice = choice(role);
            choice.chosen().forEach(candidate -> taken.add(candidate.path()));
            choices.put(role, choice);
        }
        List<String> warnings = new ArrayList<>();
        form.map(Convention::note).filter(note -> !note.isEmpty()).ifPresent(warnings::add);
        Proposal found = new Proposal(form.map(Convention::name), choices, List.of());
        warnings.addAll(SampleWarnings.of(sample, found, playbook));
        return new Proposal(found.form(), choices, warnings);
    }

    private boolean fits(Convention convention) {
        BitSet all = new BitSet();
        all.set(0, sample.records());
        for (String path : convention.knownBy()) {
            Optional<FieldColumn> column = sample.column(path);
            if (column.isEmpty()) {
                return false;
            }
            all.and(column.get().presence());
        }
        return sample.records() > 0 && all.cardinality() >= FORM_SHARE_MIN * sample.records();
    }

    private Choice choice(FieldRole role) {
        List<Candidate> ranked = ranked(role);
        List<Candidate> formal = formal(role, ranked);
        if (!formal.isEmpty()) {
            return new Choice(role, formal, others(ranked, formal), List.of());
        }
        if (form.isPresent() && form.get().lacks(role)) {
            return new Choice(role, List.of(), List.of(), List.of());
        }
        int threshold = threshold(role);
        int enough = role.isNeeded() ? threshold - WEAK_POINTS : threshold;
        if (ranked.isEmpty() || ranked.get(0).points() < enough) {
            return new Choice(role, List.of(), others(ranked, List.of()), List.of());
        }
        List<Candidate> chosen = new ArrayList<>();
        chosen.add(ranked.get(0));
        if (role.isNeeded()) {
            fillGaps(chosen, ranked, threshold);
        }
        return new Choice(role, chosen, others(ranked, chosen), doubts(chosen, ranked, threshold));
    }

    private List<Candidate> ranked(FieldRole role) {
        List<Candidate> ranked = new ArrayList<>();
        for (FieldFacts field : facts) {
            boolean elsewhere = taken.contains(field.path()) || isFormal(field.path(), role);
            if (!elsewhere) {
                RoleScore.of(field, role, playbook).ifPresent(ranked::add);
            }
        }
        ranked.sort(Comparator.comparingInt(Candidate::points).reversed());
        return ranked;
    }

    /** Whether the form keeps something else in this field. */
    private boolean isFormal(String path, FieldRole role) {
        if (form.isEmpty() || form.get().fieldsOf(role).contains(path)) {
            return false;
        }
        return form.get().fields().values().stream().anyMatch(paths -> paths.contains(path));
    }

    /** The fields of the known form that add records to those before them. */
    private List<Candidate> formal(FieldRole role, List<Candidate> ranked) {
        List<Candidate> formal = new ArrayList<>();
        BitSet covered = new BitSet();
        for (String path : form.map(it -> it.fieldsOf(role)).orElse(List.of())) {
            for (Candidate candidate : ranked) {
                if (candidate.path().equals(path) && adds(candidate, covered)) {
                    covered.or(candidate.facts().column().presence());
                    formal.add(
                            new Candidate(
                                    candidate.facts(),
                                    candidate.points(),
                                    List.of("as in " + form.orElseThrow().name())));
                }
            }
        }
        return formal;
    }

    private void fillGaps(List<Candidate> chosen, List<Candidate> ranked, int threshold) {
        BitSet covered = new BitSet();
        covered.or(chosen.get(0).facts().column().presence());
        for (Candidate candidate : ranked.subList(1, ranked.size())) {
            boolean good = candidate.points() >= threshold && chosen.size() < FIELDS_CHOSEN_MAX;
            if (good && adds(candidate, covered)) {
                covered.or(candidate.facts().column().presence());
                chosen.add(candidate);
            }
        }
    }

    private boolean adds(Candidate candidate, BitSet covered) {
        BitSet more = (BitSet) candidate.facts().column().presence().clone();
        more.andNot(covered);
        return more.cardinality() > GAP_SHARE_MIN * sample.records();
    }

    private static List<Candidate> others(List<Candidate> ranked, List<Candidate> chosen) {
        Set<String> paths = new HashSet<>();
        chosen.forEach(candidate -> paths.add(candidate.path()));
        return ranked.stream()
                .filter(candidate -> candidate.points() > 0 && !paths.contains(candidate.path()))
                .limit(RUNNERS_UP_MAX)
                .toList();
    }

    private static List<String> doubts(
            List<Candidate> chosen, List<Candidate> ranked, int threshold) {
        List<String> doubts = new ArrayList<>();
        Candidate best = chosen.get(0);
        if (best.points() < threshold) {
            doubts.add(best.path() + " is a guess: neither its name nor its values say so clearly");
        }
        for (Candidate other : others(ranked, chosen)) {
            boolean near = other.points() >= best.points() - NEARLY_POINTS;
            if (near && !other.facts().column().sameAs(best.facts().column())) {
                doubts.add(other.path() + " is about as likely: decide which it is");
            }
        }
        return doubts;
    }

    private static int threshold(FieldRole role) {
        return switch (role) {
            case TIME, CURRENCY -> 40;
            case CUSTOMER -> 35;
            case EVENT, MESSAGE_ID, REFERS_TO -> 30;
            case AMOUNT -> 20;
        };
    }
}
