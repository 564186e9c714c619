package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import java.util.List;

/** What each event name of a log means to one outcome, by the name's number. Immutable. */
final class EventRoles {

    private final boolean[] activity;
    private final boolean[] cancel;

    private EventRoles(boolean[] activity, boolean[] cancel) {
        this.activity = activity;
        this.cancel = cancel;
    }

    static EventRoles of(EventLog log, Playbook playbook, Outcome outcome) {
        List<String> names = log.eventNames();
        boolean[] activity = new boolean[names.size()];
        boolean[] cancel = new boolean[names.size()];
        for (int name = 0; name < names.size(); name++) {
            int category = playbook.categoryOf(names.get(name)).id();
            activity[name] = outcome.isActivity(category);
            cancel[name] = outcome.isCancel(category);
        }
        return new EventRoles(activity, cancel);
    }

    boolean isActivity(int name) {
        return activity[name];
    }

    boolean isCancel(int name) {
        return cancel[name];
    }

    /** Whether any event of the log is activity. */
    boolean anyActivity() {
        for (boolean active : activity) {
            if (active) {
                return true;
            }
        }
        return false;
    }
}
