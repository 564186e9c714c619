package holdfast.app.backtest;

import holdfast.app.backtest.plot.Points;
import java.util.List;

/**
 * One real customer's risk over time.
 *
 * @param title what happened, in a line
 * @param detail what the customer was worth, in a line
 * @param risk probability of the outcome over milliseconds since 1970; NaN while not scored
 * @param activityMillis instants at which the customer was active
 * @param openings alerts about the customer
 */
record Story(
        String title,
        String detail,
        Points risk,
        List<Long> activityMillis,
        List<Opening> openings) {}
