package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.engagement.Rhythm;
import holdfast.core.prior.RepeatHistory;
import holdfast.core.score.ActiveSpan;
import holdfast.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When every customer of a log was active, the whole past long: what the prior is fitted on.
 *
 * <p>The live state forgets customers long gone; a fit must not, or only the faithful would be
 * left. Not thread-safe.
 */
final class ActiveDays {

    private final Past past;
    private final Days days;
    private final @Nullable Rhythm[] rhythms;
    private int folded;

    ActiveDays(Past past, Days days) {
        this.past = past;
        this.days = days;
        this.rhythms = new Rhythm[past.log().customerIds().size()];
    }

    /**
     * The histories of everybody seen up to an instant, which must not lie before an earlier one.
     */
    List<RepeatHistory> upTo(long millis) {
        int known = past.log().countUpTo(millis);
        for (; folded < known; folded++) {
            fold(folded);
        }
        ActiveSpan span = new ActiveSpan(days);
        List<RepeatHistory> histories = new ArrayList<>();
        for (Rhythm rhythm : rhythms) {
            if (rhythm != null) {
                histories.add(span.history(rhythm, millis));
            }
        }
        return histories;
    }

    private void fold(int event) {
        EventLog log = past.log();
        if (!past.roles().isActivity(log.name(event))) {
            return;
        }
        int customer = log.customer(event);
        Rhythm rhythm = rhythms[customer];
        if (rhythm == null) {
            rhythm = new Rhythm(past.outcome().id());
            rhythms[customer] = rhythm;
        }
        rhythm.fold(log.timeMillis(event), days.dayOf(log.timeMillis(event)));
    }
}
