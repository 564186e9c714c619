package holdfast.app.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import holdfast.app.csv.LogBytes;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A file of events, plain or gzipped: JSON objects (one a line, in a list, or one after another),
 * or else CSV.
 *
 * @param nowMillis stands for the Kafka timestamp that its records would have had
 */
record EventFile(Path path, long nowMillis) {

    private static final int LINE_BYTES_MAX = WireLimits.DEFAULT.valueBytesMax();
    private static final int PEEK_BYTES = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();

    /** How the file holds its events. */
    private enum Form {
        CSV,
        LINES,
        VALUES
    }

    static EventFile at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUseException("--events: there is no file " + path);
        }
        return new EventFile(path, System.currentTimeMillis());
    }

    /** Whether it holds rows rather than JSON. */
    boolean isCsv() {
        try (LogBytes bytes = new LogBytes(path, count -> {});
                BufferedInputStream in = new BufferedInputStream(bytes.plain(), PEEK_BYTES)) {
            return form(in) == Form.CSV;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Hands on its records in order. */
    void read(Consumer<RawEvent> sink) {
        try (LogBytes bytes = new LogBytes(path, count -> {});
                BufferedInputStream in = new BufferedInputStream(bytes.plain(), PEEK_BYTES)) {
            if (form(in) == Form.VALUES) {
                values(in, sink);
            } else {
                lines(in, sink);
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static Form form(BufferedInputStream in) throws IOException {
        in.mark(PEEK_BYTES);
        byte[] head = in.readNBytes(PEEK_BYTES - 1);
        in.reset();
        int at = afterBlanks(head, isMarked(head) ? 3 : 0, head.length);
        if (at == head.length || (head[at] != '{' && head[at] != '[')) {
            return Form.CSV;
        }
        int end = at;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        int next = afterBlanks(head, end, head.length);
        boolean whole = head[beforeBlanks(head, at, end) - 1] == '}';
        boolean another = next < head.length && head[next] == '{';
        return head[at] == '{' && (whole || another) ? Form.LINES : Form.VALUES;
    }

    private static boolean isMarked(byte[] head) {
        return head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB;
    }

    private static int afterBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static int beforeBlanks(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] >= 0 && bytes[at - 1] <= ' ') {
            at--;
        }
        return at;
    }

    private void lines(InputStream in, Consumer<RawEvent> sink) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\n') {
                emit(line.toByteArray(), number, "line ", sink);
                line.reset();
                number++;
            } else if (line.size() <= LINE_BYTES_MAX) {
                line.write(letter);
            }
        }
        emit(line.toByteArray(), number, "line ", sink);
    }

    private void values(InputStream in, Consumer<RawEvent> sink) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            long number = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (number == 0 && token == JsonToken.START_ARRAY) {
                    continue;
                }
                if (token == JsonToken.END_ARRAY) {
                    break;
                }
                number++;
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                try (JsonGenerator generator = JSON.createGenerator(copy)) {
                    generator.copyCurrentStructureExact(parser);
                }
                emit(copy.toByteArray(), number, "event ", sink);
            }
        }
    }

    private void emit(byte[] bytes, long number, String what, Consumer<RawEvent> sink) {
        int from = afterBlanks(bytes, number == 1 && isMarked(bytes) ? 3 : 0, bytes.length);
        byte[] value = Arrays.copyOfRange(bytes, from, beforeBlanks(bytes, from, bytes.length));
        if (value.length > 0) {
            Origin origin = new Origin(path.getFileName().toString(), 0, number, nowMillis);
            sink.accept(new RawEvent(origin, value, what + number));
        }
    }

    private FailedRunException unreadable(IOException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new FailedRunException("cannot read " + path + ": " + reason, failure);
    }
}
