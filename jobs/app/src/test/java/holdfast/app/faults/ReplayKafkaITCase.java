package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.app.kafka.Topic;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.replay.ReplayCommand;
import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A log that comes through Kafka gives the alerts that the plain engine gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayKafkaITCase {

    private static final int SCALE = Integer.getInteger("holdfast.scale", 1);
    private static final Path SHARED = Path.of(System.getProperty("holdfast.shared", "shared"));
    private static final Playbook PLAYBOOK = Presets.generic();
    private static final int CUSTOMERS = 150 * SCALE;
    private static final int DAYS = 300;
    private static final double DAY_MILLIS = 86_400_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String HEADER = "customer_id,event_time,event_type,amount,attributes";
    private static final double SHARE_OF_CUSTOMERS = 0.1;
    private static final long DISORDER_MILLIS = 500;

    /** On a busy machine the reader of ticks may start long before the readers of events. */
    private static final String SLOW_STARTS = "clock.idleness=10s";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

    @TempDir private Path directory;

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void aLogThroughKafkaGivesTheAlertsOfThePlainEngine() throws Exception {
        assertThroughKafkaAsInThePlainEngine("shop.", generated());
    }

    @Test
    void onlineRetailThroughKafkaGivesTheAlertsOfThePlainEngine() throws Exception {
        Path all = SHARED.resolve("data/online_retail/events.csv.gz");
        if (Files.notExists(all)) {
            System.out.println("left out: online_retail, there is no " + all);
            return;
        }
        Path log = SCALE > 1 ? all : ofSomeCustomers(all, directory.resolve("retail.csv"));

        assertThroughKafkaAsInThePlainEngine("retail.", log);
    }

    @Test
    void aJobThatIsKilledInTheMiddleMissesNothing() throws Exception {
        Path file = generated();
        EventLog log = read(file);
        try (TestingScoring scoring =
                TestingScoring.ofSimulatedTime(broker, "killed.", directory.resolve("killed"))) {
            CompletableFuture<Void> replayed =
                    CompletableFuture.runAsync(() -> replay(file, "killed."));
            scoring.start("ticks.writer=external", SLOW_STARTS);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> scoring.fated() > log.size() / 3);
            scoring.kill();
            assertThat(scoring.alerts()).isNotEmpty();
            scoring.start("ticks.writer=external", SLOW_STARTS);
            replayed.get();
            long untilMillis = awaitEnd(scoring);
            Map<String, Long> fates = scoring.fates();
            scoring.stop();

            assertThat(fates).isEqualTo(Map.of("scored", (long) log.size()));
            PlainAlerts.assertSame(
                    PlainAlerts.of(activities(log), PLAYBOOK, untilMillis),
                    PlainAlerts.of(scoring.alerts()).stream().distinct().toList());
        }
    }

    private void assertThroughKafkaAsInThePlainEngine(String prefix, Path file) throws Exception {
        long startNanos = System.nanoTime();
        EventLog log = read(file);
        try (TestingScoring scoring =
                TestingScoring.ofSimulatedTime(broker, prefix, directory.resolve(prefix))) {
            replay(file, prefix);
            scoring.start("ticks.writer=external", SLOW_STARTS);
            long untilMillis = awaitEnd(scoring);
            long restarts = scoring.restarts();
            Map<String, Long> fates = scoring.fates();
            scoring.stop();

            List<String> expected = PlainAlerts.of(activities(log), PLAYBOOK, untilMillis);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d events, %,d alert messages, %.1f s%n",
                    file.getFileName(),
                    log.size(),
                    expected.size(),
                    (System.nanoTime() - startNanos) / 1e9);
            assertThat(expected).hasSizeGreaterThan(50);
            PlainAlerts.assertSame(expected, PlainAlerts.of(scoring.alerts()));
            assertThat(fates).isEqualTo(Map.of("scored", (long) log.size()));
            assertThat(restarts).isZero();
        }
    }

    private void replay(Path file, String prefix) {
        StringWriter told = new StringWriter();
        int code =
                new CommandLine(new ReplayCommand())
                        .setErr(new PrintWriter(told, true))
                        .setOut(new PrintWriter(told, true))
                        .execute(
                                "--events=" + file,
                                "--bootstrap=" + broker.bootstrap(),
                                "--prefix=" + prefix);
        assertThat(code).as(told.toString()).isZero();
    }

    /** Waits until the last tick is heeded; the instant to which it moved the clock. */
    private static long awaitEnd(TestingScoring scoring) {
        long lastTickMillis =
                scoring.records().all(scoring.topics().name(Topic.TICKS)).stream()
                        .mapToLong(ConsumerRecord::timestamp)
                        .max()
                        .orElseThrow();
        long untilMillis = lastTickMillis - DISORDER_MILLIS - 1;
        scoring.awaitWritten(untilMillis, PATIENCE);
        return untilMillis;
    }

    private Path generated() throws IOException {
        List<String> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(20_250_101);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            addRows(rows, "c-" + customer, random);
        }
        rows.sort(Comparator.comparing(row -> row.split(",", 3)[1]));
        rows.add(0, HEADER);
        return Files.write(directory.resolve("shop.csv"), rows);
    }

    private static List<Activity> activities(EventLog log) {
        return IntStream.range(0, log.size()).mapToObj(log::activity).toList();
    }

    /** Somebody with a pace of their own, who may leave, takes things back and gets gifts. */
    private static void addRows(List<String> rows, String customer, SplittableRandom random) {
        double paceDays = 1 + 20 * random.nextDouble();
        double leavesAtDay = random.nextInt(2) == 0 ? DAYS : DAYS * random.nextDouble();
        double day = 30 * random.nextDouble();
        while (day < leavesAtDay) {
            Instant at = START.plusMillis((long) (day * DAY_MILLIS));
            double amount = 1 + 80 * random.nextDouble();
            String what =
                    switch (random.nextInt(8)) {
                        case 0 -> "visit,";
                        case 1 -> "free_item,0";
                        case 2 -> String.format(Locale.ROOT, "return,%.2f", -amount);
                        default -> String.format(Locale.ROOT, "purchase,%.2f", amount);
                    };
            rows.add(customer + "," + at + "," + what + ",");
            day -= paceDays * Math.log(1 - random.nextDouble());
        }
    }

    private static Path ofSomeCustomers(Path all, Path to) throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(all));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return Files.write(
                    to,
                    lines.lines()
                            .filter(line -> line.equals(HEADER) || isAmongSome(line))
                            .toList());
        }
    }

    private static boolean isAmongSome(String line) {
        String customer = line.substring(0, line.indexOf(','));
        return Hashes.fraction(Hashes.hash64(customer)) < SHARE_OF_CUSTOMERS;
    }

    private static EventLog read(Path file) throws IOException {
        return EventLogReader.read(
                file,
                new EventLogReader.Rules(
                        PLAYBOOK.currency().getDefaultFractionDigits(),
                        name -> true,
                        System.currentTimeMillis()),
                new NoneRejected(),
                bytes -> {});
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
