package holdfast.app.upgrade;

import holdfast.app.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of a story that is played to the job.
 *
 * @param kind what happens
 * @param topic where a record is sent; ticks otherwise
 * @param key of the record; empty otherwise
 * @param millis timestamp of the record; of ticks, the last one
 * @param value of the record; of ticks, when the first one is
 */
record Step(Kind kind, Topic topic, String key, long millis, String value) {

    private static final String TAB = "\t";
    private static final int PARTS = 5;

    /** What can happen. */
    enum Kind {
        /** A record is sent. */
        SEND,
        /** Everything sent so far has met its fate. */
        SETTLE,
        /** A tick a day, and all that is due by the last one is written. */
        TICK
    }

    static Step send(Topic topic, String key, long millis, String value) {
        return new Step(Kind.SEND, topic, key, millis, value);
    }

    static Step settle() {
        return new Step(Kind.SETTLE, Topic.TICKS, "", 0, "");
    }

    static Step tick(long fromMillis, long toMillis) {
        return new Step(Kind.TICK, Topic.TICKS, "", toMillis, Long.toString(fromMillis));
    }

    static List<Step> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Step::of).toList();
    }

    static void write(List<Step> story, Path file) throws IOException {
        Files.write(file, story.stream().map(Step::line).toList());
    }

    private static Step of(String line) {
        String[] parts = line.split(TAB, PARTS);
        return new Step(
                Kind.valueOf(parts[0]),
                Topic.valueOf(parts[1]),
                parts[2],
                Long.parseLong(parts[3]),
                parts[4]);
    }

    private String line() {
        return String.join(TAB, kind.name(), topic.name(), key, Long.toString(millis), value);
    }
}
