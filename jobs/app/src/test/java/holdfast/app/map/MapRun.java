package holdfast.app.map;

import holdfast.app.cli.Holdfast;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Runs commands on the samples and keeps what the last one said. */
abstract class MapRun {

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    static String preset(String name) {
        return Presets.named(name).orElseThrow().source();
    }

    static String sample(String name) {
        URL found = Objects.requireNonNull(MapRun.class.getResource("/samples/" + name));
        try {
            return Path.of(found.toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Holdfast.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
