package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.evaluation.ScoredCustomers;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import java.util.Arrays;

/**
 * The customers that a cutoff asks about, what they were worth, and what became of them.
 *
 * <p>One row for every customer with activity within the active window before the cutoff and no
 * cancel up to it, in the order of the customers' numbers. Immutable.
 */
final class Cohort {

    private static final long DAY_MILLIS = 86_400_000;
    private static final long YEAR_MILLIS = 365 * DAY_MILLIS;

    private final Cutoff cutoff;
    private final int[] customers;
    private final double[] values;
    private final boolean[] churned;
    private final boolean judged;

    private Cohort(
            Cutoff cutoff, int[] customers, double[] values, boolean[] churned, boolean judged) {
        this.cutoff = cutoff;
        this.customers = customers;
        this.values = values;
        this.churned = churned;
        this.judged = judged;
    }

    Cutoff cutoff() {
        return cutoff;
    }

    /** Whether the log reaches to the end of the horizon, so that the churned are known. */
    boolean judged() {
        return judged;
    }

    /** The customer's number in the log. */
    int customer(int row) {
        return customers[row];
    }

    /** Net money of the year before the cutoff in major units, never negative. */
    double value(int row) {
        return values[row];
    }

    /** Whether the outcome came true within the horizon; meaningless unless judged. */
    boolean churned(int row) {
        return churned[row];
    }

    /** The cohort with a score for each row, to be judged. */
    ScoredCustomers with(double[] scores) {
        return new ScoredCustomers(churned, scores, values);
    }

    int size() {
        return customers.length;
    }

    /** The share of customers who churned; NaN for nobody. */
    double churnRate() {
        int count = 0;
        for (boolean gone : churned) {
            count += gone ? 1 : 0;
        }
        return (double) count / size();
    }

    /** Gathers the cohort of a cutoff. */
    static Cohort at(
            Cutoff cutoff, EventLog log, EventRoles roles, Outcome outcome, int fractionDigits) {
        int known = log.countUpTo(cutoff.millis());
        int end = log.countUpTo(cutoff.millis() + outcome.horizonMillis());
        int[] members = members(cutoff, log, roles, outcome, known);
        long[] paidMinor = new long[log.customerIds().size()];
        for (int event = log.countUpTo(cutoff.millis() - YEAR_MILLIS); event < known; event++) {
            paidMinor[log.customer(event)] += log.amountMinor(event);
        }
        boolean cancels = outcome.kind() == OutcomeKind.CANCEL;
        boolean[] seen = new boolean[log.customerIds().size()];
        for (int event = known; event < end; event++) {
            int name = log.name(event);
            seen[log.customer(event)] |= cancels ? roles.isCancel(name) : roles.isActivity(name);
        }
        double unit = Math.pow(10, fractionDigits);
        double[] values = new double[members.length];
        boolean[] churned = new boolean[members.length];
        for (int row = 0; row < members.length; row++) {
            values[row] = Math.max(0, paidMinor[members[row]] / unit);
            churned[row] = seen[members[row]] == cancels;
        }
        return new Cohort(cutoff, members, values, churned, judged(cutoff, log, outcome));
    }

    private static int[] members(
            Cutoff cutoff, EventLog log, EventRoles roles, Outcome outcome, int known) {
        boolean[] member = new boolean[log.customerIds().size()];
        int from = log.countUpTo(cutoff.millis() - outcome.activeWithinMillis());
        for (int event = from; event < known; event++) {
            member[log.customer(event)] |= roles.isActivity(log.name(event));
        }
        for (int event = 0; event < known; event++) {
            if (roles.isCancel(log.name(event))) {
                member[log.customer(event)] = false;
            }
        }
        int[] members = new int[member.length];
        int count = 0;
        for (int customer = 0; customer < member.length; customer++) {
            if (member[customer]) {
                members[count] = customer;
                count++;
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** A log is taken to cover the whole day of its last event. */
    private static boolean judged(Cutoff cutoff, EventLog log, Outcome outcome) {
        if (log.size() == 0) {
            return false;
        }
        long endMillis = log.timeMillis(log.size() - 1) + DAY_MILLIS;
        return cutoff.millis() + outcome.horizonMillis() <= endMillis;
    }
}
