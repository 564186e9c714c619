package holdfast.app.demo;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Alerts and the summary for machines on one stream, one JSON object a line; words on another. */
final class JsonDisplay implements Display {

    private final PrintWriter out;
    private final PrintWriter err;

    JsonDisplay(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void say(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public synchronized void alert(byte[] value) {
        out.println(new String(value, StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void progress(Progress progress) {}

    @Override
    public synchronized boolean isWatched() {
        return !out.checkError();
    }

    @Override
    public synchronized void summary(Summary summary) {
        err.println(summary.text());
        err.flush();
        out.println(summary.json());
        out.flush();
    }
}
