package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;

/**
 * A log read by a playbook, with the outcome that is judged.
 *
 * @param outcome the playbook's primary one unless another was asked for
 * @param roles what each event name means to it
 */
record Past(EventLog log, Playbook playbook, Outcome outcome, EventRoles roles) {

    static Past of(EventLog log, Playbook playbook) {
        return of(log, playbook, playbook.primaryOutcome());
    }

    static Past of(EventLog log, Playbook playbook, Outcome outcome) {
        return new Past(log, playbook, outcome, EventRoles.of(log, playbook, outcome));
    }

    /** Digits of the currency's minor unit. */
    int fractionDigits() {
        return playbook.currency().getDefaultFractionDigits();
    }

    /** The last event's instant. */
    long endMillis() {
        return log.size() == 0 ? 0 : log.timeMillis(log.size() - 1);
    }
}
