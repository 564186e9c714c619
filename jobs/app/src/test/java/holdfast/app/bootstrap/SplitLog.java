package holdfast.app.bootstrap;

import holdfast.app.faults.TestingShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The log of a made-up shop, a part of it in a file and a part in topics, that overlap. */
final class SplitLog {

    /** Before the live instant. */
    private static final Instant TOPICS_BEGIN = TestingShop.START.plus(Duration.ofDays(180));

    /** After it. */
    private static final Instant FILE_ENDS = TestingShop.START.plus(Duration.ofDays(210));

    private static final int DAYS = 300;

    private final List<String> rows;

    /** With a row at its beginning and at the topics', so that either way ticks are equal. */
    SplitLog(int customers) {
        rows = new ArrayList<>(TestingShop.rows(customers, DAYS));
        rows.add("c-clock," + TestingShop.START + ",visit,,");
        rows.add("c-clock," + TOPICS_BEGIN + ",visit,,");
        rows.sort((a, b) -> timeOf(a).compareTo(timeOf(b)));
    }

    List<String> all() {
        return List.copyOf(rows);
    }

    /** What the file holds, not in order. */
    List<String> ofTheFile() {
        List<String> first =
                new ArrayList<>(
                        rows.stream().filter(row -> timeOf(row).isBefore(FILE_ENDS)).toList());
        Collections.reverse(first);
        return first;
    }

    List<String> ofTheTopics() {
        return rows.stream().filter(row -> !timeOf(row).isBefore(TOPICS_BEGIN)).toList();
    }

    /** How much of the topics lies before an instant. */
    long inTopicsBefore(Instant end) {
        return ofTheTopics().stream().filter(row -> timeOf(row).isBefore(end)).count();
    }

    private static Instant timeOf(String row) {
        return Instant.parse(TestingShop.timeOf(row));
    }
}
