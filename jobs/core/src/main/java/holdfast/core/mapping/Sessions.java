package holdfast.core.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells ids of sessions from ids of customers: a session is short, and belongs to one customer. */
final class Sessions {

    private static final int IDS_MIN = 10;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final double SHORT_SHARE_MIN = 0.9;

    private Sessions() {}

    /** What speaks for the chosen customer being a session, if anything does. */
    static Optional<String> warning(EventSample sample, Proposal proposal) {
        Choice customer = proposal.choice(FieldRole.CUSTOMER);
        if (customer.chosen().isEmpty()) {
            return Optional.empty();
        }
        FieldColumn ids = customer.chosen().get(0).facts().column();
        for (Candidate other : customer.runnersUp()) {
            if (belongsTo(ids, other.facts().column())) {
                return Optional.of(
                        "each %s belongs to one %s, which has several: it may be a session rather"
                                        .formatted(ids.path(), other.path())
                                + " than a customer");
            }
        }
        List<Candidate> time = proposal.choice(FieldRole.TIME).chosen();
        boolean brief = !time.isEmpty() && brief(ids, time.get(0).facts().times());
        return brief
                ? Optional.of(
                        ids.path()
                                + " is seen for less than two hours each, in a sample of weeks: it"
                                + " may be a session rather than a customer")
                : Optional.empty();
    }

    private static boolean belongsTo(FieldColumn ids, FieldColumn owners) {
        Map<Integer, String> ownerOfRecord = new HashMap<>();
        owners.values().forEach(value -> ownerOfRecord.put(value.record(), value.text()));
        Map<String, Set<String>> ownersOfId = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (FieldColumn.Value id : ids.values()) {
            String owner = ownerOfRecord.get(id.record());
            if (owner != null) {
                ownersOfId.computeIfAbsent(id.text(), key -> new HashSet<>()).add(owner);
                seen.add(owner);
            }
        }
        boolean one = ownersOfId.values().stream().allMatch(each -> each.size() == 1);
        boolean repeats = ids.values().size() > 2 * ownersOfId.size();
        return one && repeats && seen.size() >= IDS_MIN && ownersOfId.size() > 1.5 * seen.size();
    }

    private static boolean brief(FieldColumn ids, TimeOrder times) {
        Map<String, long[]> spans = new HashMap<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (FieldColumn.Value id : ids.values()) {
            long millis = times.millis(id.record());
            if (millis == TimeOrder.ABSENT) {
                continue;
            }
            first = Math.min(first, millis);
            last = Math.max(last, millis);
            long[] span = spans.computeIfAbsent(id.text(), key -> new long[] {millis, millis, 0});
            span[0] = Math.min(span[0], millis);
            span[1] = Math.max(span[1], millis);
            span[2]++;
        }
        List<long[]> repeated = new ArrayList<>(spans.values());
        repeated.removeIf(span -> span[2] < 2);
        long brief = repeated.stream().filter(span -> span[1] - span[0] < 2 * HOUR_MILLIS).count();
        return repeated.size() >= IDS_MIN
                && last - first > 14 * DAY_MILLIS
                && brief >= SHORT_SHARE_MIN * repeated.size();
    }
}
