package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.FlagPlaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortTest {

    @TempDir Path folder;

    private List<String> ids = List.of();

    @Test
    void asksAboutThoseActiveWithinTheWindowOpenAtItsStart() throws IOException {
        Past past =
                past(
                        Optional.empty(),
                        "atStart,2025-03-02T00:00:00Z,visit,",
                        "justInside,2025-03-02T00:00:01Z,visit,",
                        "atCutoff,2025-04-01T00:00:00Z,visit,",
                        "after,2025-04-01T00:00:01Z,visit,",
                        "returnsOnly,2025-03-20,return,",
                        "end,2025-06-01,visit,");

        assertThat(members(at(past, "2025-04-01"))).containsExactly("justInside", "atCutoff");
    }

    @Test
    void callsChurnedWhoIsNotActiveUpToTheEndOfTheHorizon() throws IOException {
        Past past =
                past(
                        Optional.empty(),
                        "backAtOnce,2025-04-01,visit,",
                        "backAtOnce,2025-04-01T00:00:00.001Z,visit,",
                        "backAtTheEnd,2025-03-30,visit,",
                        "backAtTheEnd,2025-04-11T00:00:00Z,visit,",
                        "backTooLate,2025-03-30,visit,",
                        "backTooLate,2025-04-11T00:00:00.001Z,visit,",
                        "onlyReturns,2025-03-30,visit,",
                        "onlyReturns,2025-04-05,return,-1",
                        "end,2025-06-01,visit,");

        assertThat(churned(at(past, "2025-04-01"))).containsExactly("backTooLate", "onlyReturns");
    }

    @Test
    void callsChurnedWhoCancelsAndDoesNotAskAboutTheCancelled() throws IOException {
        Past past =
                past(
                        Optional.of("cancel"),
                        "gone,2025-03-30,visit,",
                        "gone,2025-04-01T00:00:00Z,cancel,",
                        "cancels,2025-03-30,visit,",
                        "cancels,2025-04-10,cancel,",
                        "silent,2025-03-30,visit,",
                        "cancelsLater,2025-03-30,visit,",
                        "cancelsLater,2025-04-12,cancel,",
                        "end,2025-06-01,visit,");

        Cohort cohort = at(past, "2025-04-01");

        assertThat(members(cohort)).containsExactly("cancels", "silent", "cancelsLater");
        assertThat(churned(cohort)).containsExactly("cancels");
    }

    @Test
    void valuesTheNetMoneyOfTheYearBefore() throws IOException {
        Past past =
                past(
                        Optional.empty(),
                        "a,2024-04-01T00:00:00Z,visit,1000",
                        "a,2024-04-01T00:00:01Z,visit,10.50",
                        "a,2025-03-30,visit,5",
                        "a,2025-03-31,return,-2.25",
                        "b,2025-03-30,visit,5",
                        "b,2025-03-31,return,-20",
                        "a,2025-04-02,visit,99",
                        "end,2025-06-01,visit,");

        Cohort cohort = at(past, "2025-04-01");

        assertThat(cohort.value(0)).isEqualTo(13.25);
        assertThat(cohort.value(1)).isZero();
    }

    @Test
    void isNotJudgedWhenTheLogEndsBeforeTheHorizon() throws IOException {
        Past past = past(Optional.empty(), "a,2025-03-30,visit,", "a,2025-04-10,visit,");

        assertThat(at(past, "2025-04-01").judged()).isTrue();
        assertThat(at(past, "2025-04-01T00:00:00.001Z").judged()).isFalse();
    }

    private Past past(Optional<String> cancel, String... rows) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("log.csv"),
                        "customer_id,event_time,event_type,amount\n" + String.join("\n", rows));
        FlagPlaybook flags =
                new FlagPlaybook(
                        Duration.ofDays(10).toMillis(),
                        Duration.ofDays(30).toMillis(),
                        List.of(),
                        cancel);
        EventLogReader.Rules rules =
                new EventLogReader.Rules(2, "return"::equals, Long.MAX_VALUE / 2);
        EventLog log = EventLogReader.read(file, rules, new Unexpected(), bytes -> {});
        return Past.of(log, flags.playbook());
    }

    private Cohort at(Past past, String cutoff) {
        ids = past.log().customerIds();
        return Cohort.at(Cutoff.parse(cutoff), past.log(), past.roles(), past.outcome(), 2);
    }

    private List<String> members(Cohort cohort) {
        List<String> found = new ArrayList<>();
        for (int row = 0; row < cohort.size(); row++) {
            found.add(ids.get(cohort.customer(row)));
        }
        return found;
    }

    private List<String> churned(Cohort cohort) {
        List<String> found = new ArrayList<>();
        for (int row = 0; row < cohort.size(); row++) {
            if (cohort.churned(row)) {
                found.add(ids.get(cohort.customer(row)));
            }
        }
        return found;
    }

    private static final class Unexpected implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {
            throw new AssertionError("line " + line + ": " + reason);
        }

        @Override
        public void unidentified(long line) {
            throw new AssertionError("line " + line);
        }
    }
}
