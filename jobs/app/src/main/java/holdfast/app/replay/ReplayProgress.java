package holdfast.app.replay;

import holdfast.app.csv.EventLog;
import holdfast.app.shell.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Says from time to time how far a replay has come: where it is in the log's own time. */
final class ReplayProgress implements LongConsumer {

    private static final long LINE_NANOS = 5_000_000_000L;
    private static final long TERMINAL_NANOS = 200_000_000L;

    private final EventLog log;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private final boolean terminal = Terminal.present();
    private long saidNanos;

    ReplayProgress(EventLog log, PrintWriter err, LongSupplier nanos) {
        this.log = log;
        this.err = err;
        this.nanos = nanos;
        this.saidNanos = nanos.getAsLong();
    }

    @Override
    public void accept(long sent) {
        long now = nanos.getAsLong();
        if (now - saidNanos < (terminal ? TERMINAL_NANOS : LINE_NANOS)) {
            return;
        }
        saidNanos = now;
        Instant at = Instant.ofEpochMilli(log.timeMillis((int) sent - 1));
        String line =
                String.format(
                        "replaying %s · %,d of %,d events · %d %%",
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        sent,
                        log.size(),
                        100 * sent / log.size());
        if (terminal) {
            err.print("\r" + line);
        } else {
            err.println(line);
        }
        err.flush();
    }
}
