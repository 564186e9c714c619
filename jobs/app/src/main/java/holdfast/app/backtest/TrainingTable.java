package holdfast.app.backtest;

import holdfast.core.learning.LabelledRows;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;

/**
 * Rows from which an outcome can be learned.
 *
 * @param playbook by which they were taken
 * @param rows arranged
 * @param untilMillis everything up to it is known: a row whose horizon ends later has no label
 */
record TrainingTable(Playbook playbook, Outcome outcome, LabelledRows rows, long untilMillis) {}
