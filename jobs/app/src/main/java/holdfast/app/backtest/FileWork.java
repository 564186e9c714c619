package holdfast.app.backtest;

import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Work that makes files: it shows how far it has come, and what it cannot write is said in a line.
 */
public interface FileWork {

    /**
     * Makes the files, from the first to the last.
     *
     * @throws IOException if one cannot be written
     */
    void write(Progress progress) throws IOException;

    /**
     * Does a command's work.
     *
     * @param out the file or folder that the person named
     * @param err where progress is shown
     * @return the exit code
     * @throws FailedRunException if something cannot be written
     */
    static int run(FileWork work, Path out, PrintWriter err) {
        Progress progress = new Progress(err, Terminal.present(), System::currentTimeMillis);
        try {
            work.write(progress);
            return 0;
        } catch (IOException failed) {
            throw new FailedRunException("cannot write to " + out + ": " + failed, failed);
        } finally {
            progress.end();
        }
    }
}
