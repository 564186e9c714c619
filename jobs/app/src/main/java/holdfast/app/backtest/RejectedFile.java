package holdfast.app.backtest;

import holdfast.app.csv.RejectedRows;
import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code line,reason} for every row that became no event, and counts them by reason.
 *
 * <p>Rows without a customer id are listed as {@code unidentified}. Not thread-safe.
 */
final class RejectedFile implements RejectedRows, AutoCloseable {

    private final BufferedWriter out;
    private final Map<String, Long> counts = new TreeMap<>();

    /** Begins the file, in place of one that is there. */
    RejectedFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        out.write("line,reason\n");
    }

    @Override
    public void rejected(long line, RejectReason reason) {
        write(line, reason.label());
    }

    @Override
    public void unidentified(long line) {
        write(line, Fate.UNIDENTIFIED.label());
    }

    /** How many rows each reason took. */
    Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(long line, String reason) {
        counts.merge(reason, 1L, Long::sum);
        try {
            out.write(line + "," + reason + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
