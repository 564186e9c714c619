package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.app.replay.ReplayCommand;
import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** Reads logs of which every row is good, and plays them into Kafka. */
public final class TestingLogs {

    private TestingLogs() {}

    /** Reads a log; fails when a row is no event. */
    public static EventLog read(Path file, Playbook playbook) throws IOException {
        return EventLogReader.read(
                file,
                new EventLogReader.Rules(
                        playbook.currency().getDefaultFractionDigits(),
                        name -> true,
                        System.currentTimeMillis()),
                new NoneRejected(),
                bytes -> {});
    }

    /** All events, in the order of time. */
    public static List<Activity> activities(EventLog log) {
        return IntStream.range(0, log.size()).mapToObj(log::activity).toList();
    }

    /** Plays a log as {@code holdfast replay} does. */
    public static void replay(Path file, String bootstrap, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--events=" + file, "--bootstrap=" + bootstrap));
        arguments.addAll(List.of(more));
        StringWriter told = new StringWriter();
        int code =
                new CommandLine(new ReplayCommand())
                        .setErr(new PrintWriter(told, true))
                        .setOut(new PrintWriter(told, true))
                        .execute(arguments.toArray(String[]::new));
        assertThat(code).as(told.toString()).isZero();
    }

    /** Fails when a row is no event. */
    private static final class NoneRejected implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {
            throw new AssertionError("line " + line + ": " + reason);
        }

        @Override
        public void unidentified(long line) {
            throw new AssertionError("line " + line + " has no customer");
        }
    }
}
