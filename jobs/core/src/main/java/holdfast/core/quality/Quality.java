package holdfast.core.quality;

import java.util.List;
import java.util.Optional;

/**
 * How good the opinions of customers were once their outcomes were known, and how far the customers
 * have moved since. At most 35 groups and one drift a feature, whatever there is to judge.
 *
 * @param counts the rows there are
 * @param judgements of the rows that matured within the last horizon, one for each opinion that was
 *     given of all of them, the prior first; empty while there is none
 * @param splits the same rows by tenure and by value, and all matured ones by season
 * @param drift see {@link Drift}
 */
public record Quality(Counts counts, List<Judgement> judgements, List<Split> splits, Drift drift) {

    private static final Quality NONE =
            new Quality(Counts.none(), List.of(), List.of(), Drift.none());

    public Quality {
        judgements = List.copyOf(judgements);
        splits = List.copyOf(splits);
    }

    /** Where nothing is known. */
    public static Quality none() {
        return NONE;
    }

    /** How good an opinion was of late, if that is known. */
    public Optional<Judgement> of(Opinion opinion) {
        return judgements.stream().filter(each -> each.opinion() == opinion).findFirst();
    }
}
