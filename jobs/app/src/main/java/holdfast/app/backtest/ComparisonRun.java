package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.app.csv.RejectedRows;
import holdfast.app.shell.WrongUseException;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a backtest of each of two contenders over one log.
 *
 * @param usual the playbook by which the log was read
 * @param events the log as read by it
 */
record ComparisonRun(
        LogOptions log, Playbook usual, EventLog events, List<Cutoff> cutoffs, Progress progress) {

    /**
     * The two contenders of the words given.
     *
     * @throws WrongUseException if there are not two, or one is none
     */
    static List<Contender> contenders(List<String> words, Contender usual, LogOptions log) {
        if (words.size() != 2) {
            throw new WrongUseException("--compare takes two, such as: --compare prior learned");
        }
        return words.stream().map(word -> Contender.named(word, usual, log::changed)).toList();
    }

    /** Runs both, one after the other. */
    Comparison of(List<Contender> contenders) {
        List<Comparison.Run> runs = new ArrayList<>();
        for (Contender contender : contenders) {
            Past past = Past.of(eventsOf(contender), contender.playbook());
            runs.add(
                    new Comparison.Run(
                            contender,
                            past,
                            Backtest.run(
                                    past,
                                    contender.scoring(),
                                    cutoffs,
                                    progress.of(
                                            "scoring with " + contender.name(),
                                            past.log().size()))));
        }
        return Comparison.of(runs.get(0), runs.get(1));
    }

    /** Another playbook may take other rows: it says which amounts may be negative. */
    private EventLog eventsOf(Contender contender) {
        return contender.playbook().equals(usual)
                ? events
                : log.log(contender.playbook(), new Untold(), progress);
    }

    /** What the usual playbook rejects is told once; this is a second reading. */
    private record Untold() implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {}

        @Override
        public void unidentified(long line) {}
    }
}
