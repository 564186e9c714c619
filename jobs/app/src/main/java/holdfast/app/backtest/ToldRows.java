package holdfast.app.backtest;

import holdfast.app.shell.FailedRunException;
import holdfast.core.learning.LabelledRows;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one outcome among the records of the training topic, as the learning job has them: a
 * record that cannot be read is left out and counted. Not thread-safe.
 */
final class ToldRows {

    private final TrainingMessages messages = new TrainingMessages();
    private final String place;
    private final Playbook playbook;
    private final Outcome outcome;
    private final LabelledRows rows;

    private long records;
    private long unreadable;
    private long firstUnreadable;
    private long newestMillis = Long.MIN_VALUE;

    /**
     * @param place what the topic is called in messages
     */
    ToldRows(String place, Playbook playbook, Outcome outcome) {
        this.place = place;
        this.playbook = playbook;
        this.outcome = outcome;
        this.rows = new LabelledRows(outcome, playbook);
    }

    /** Takes in a record, in the order of the topic. */
    void take(long offset, byte @Nullable [] value) {
        records++;
        Optional<TrainingRecord> told = value == null ? Optional.empty() : messages.read(value);
        if (told.isEmpty()) {
            firstUnreadable = unreadable == 0 ? offset : firstUnreadable;
            unreadable++;
            return;
        }
        newestMillis = Math.max(newestMillis, told.get().atMillis());
        rows.take(told.get());
    }

    long records() {
        return records;
    }

    /** What to say of records that could not be read; empty if all could. */
    Optional<String> complaint() {
        return unreadable == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s: left out %,d of %,d records that cannot be read, as the"
                                        + " learning job does; the first, at offset %d, is of a"
                                        + " build with other features, or not Holdfast's",
                                place,
                                unreadable,
                                records,
                                firstUnreadable));
    }

    /**
     * All rows. What happened at the very instant of the newest record may not all have been told.
     *
     * @throws FailedRunException if there are none
     */
    TrainingTable table() {
        if (records == 0) {
            throw new FailedRunException(
                    place
                            + " holds no record: the scoring job writes them as time passes, unless"
                            + " its training.share is 0; or does --prefix name another deployment?");
        }
        if (unreadable == records) {
            throw new FailedRunException(complaint().orElseThrow());
        }
        long untilMillis = newestMillis - 1;
        rows.arrange(untilMillis);
        if (rows.size() == 0) {
            throw new FailedRunException(
                    "%s: none of its %s records is a snapshot for outcome \"%s\" of playbook %s; is it the job's playbook, and has a grid point passed?"
                            .formatted(
                                    place, Words.count(records), outcome.name(), playbook.name()));
        }
        return new TrainingTable(playbook, outcome, rows, untilMillis);
    }
}
