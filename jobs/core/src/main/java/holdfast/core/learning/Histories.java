package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.prior.RepeatHistory;
import holdfast.core.score.ActiveSpan;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * When each customer was active, as of the newest snapshot: what the prior is fitted to.
 *
 * <p>Those long gone stay, or only the faithful would be left. Whoever is out of scope has no
 * further snapshots, so is observed up to the last one: an end that depends on the past alone,
 * which leaves the likelihood as it is. Not thread-safe.
 */
final class Histories {

    private static final double WEEK_MILLIS = 7 * 86_400_000.0;

    private final ActiveSpan span;
    private final Map<Long, History> byCustomer = new TreeMap<>();

    Histories(ActiveSpan span) {
        this.span = span;
    }

    private record History(Snapshot.Span span, long atMillis) {}

    /** Takes in a snapshot; whether it is newer than all that there were of the customer. */
    boolean take(TrainingRecord record) {
        History old = byCustomer.get(record.customerKey());
        boolean isNewest = old == null || record.atMillis() > old.atMillis();
        if (isNewest) {
            byCustomer.put(
                    record.customerKey(), new History(record.snapshot().span(), record.atMillis()));
        }
        return isNewest;
    }

    /** Forgets a customer; false if there was none. */
    boolean erase(long customerKey) {
        return byCustomer.remove(customerKey) != null;
    }

    void keep(LongPredicate keeps) {
        byCustomer.keySet().removeIf(customer -> !keeps.test(customer));
    }

    int size() {
        return byCustomer.size();
    }

    /** The prior of everybody seen. */
    BgNbdFit.Fit fit(long horizonMillis) {
        List<RepeatHistory> histories = new ArrayList<>();
        for (History history : byCustomer.values()) {
            histories.add(span.history(history.span(), history.atMillis()));
        }
        return BgNbdFit.fit(histories, horizonMillis / WEEK_MILLIS);
    }

    /** Writes a count, and of each customer the key, the span and the newest snapshot's time. */
    void write(ByteWriter out) {
        out.writeVarint(byCustomer.size());
        byCustomer.forEach(
                (customer, history) -> {
                    out.writeLong(customer);
                    out.writeSignedVarint(history.span().firstMillis());
                    out.writeSignedVarint(history.span().lastMillis());
                    out.writeVarint(history.span().activeDays());
                    out.writeSignedVarint(history.atMillis());
                });
    }

    /** Reads what {@link #write} wrote. */
    void read(ByteReader in) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long customer = in.readLong();
            Snapshot.Span seen =
                    new Snapshot.Span(
                            in.readSignedVarint(),
                            in.readSignedVarint(),
                            in.readCount(Integer.MAX_VALUE));
            byCustomer.put(customer, new History(seen, in.readSignedVarint()));
        }
    }
}
