package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.csv.EventLog;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A log that comes through Kafka gives the alerts that the plain engine gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayKafkaITCase {

    private static final int SCALE = Integer.getInteger("holdfast.scale", 1);
    private static final Path SHARED = Path.of(System.getProperty("holdfast.shared", "shared"));
    private static final Playbook PLAYBOOK = Presets.generic();
    private static final int CUSTOMERS = 150 * SCALE;
    private static final int DAYS = 300;
    private static final double SHARE_OF_CUSTOMERS = 0.1;

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
        EventLog log = TestingLogs.read(generated(), PLAYBOOK);
        List<String> rows = TestingShop.rows(CUSTOMERS, DAYS);
        int middle = rows.size() / 2;
        Path before = written(rows.subList(0, middle), "before.csv");
        Path after = written(rows.subList(middle, rows.size()), "after.csv");
        try (TestingScoring scoring =
                TestingScoring.ofSimulatedTime(broker, "killed.", directory.resolve("killed"))) {
            replay(before, "killed.", "--end=" + TestingShop.timeOf(rows.get(middle - 1)));
            scoring.start("ticks.writer=external", SLOW_STARTS);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> scoring.fated() > middle / 2 && !scoring.alerts().isEmpty());
            scoring.kill();
            // Only now: a job that had seen the last tick would wait for the next one for ever.
            replay(after, "killed.");
            scoring.start("ticks.writer=external", SLOW_STARTS);
            long untilMillis = scoring.awaitEnd(PATIENCE);
            Map<String, Long> fates = scoring.fates();
            scoring.stop();

            assertThat(fates).isEqualTo(Map.of("scored", (long) log.size()));
            PlainAlerts.assertSame(
                    PlainAlerts.of(TestingLogs.activities(log), PLAYBOOK, untilMillis),
                    PlainAlerts.of(scoring.alerts()).stream().distinct().toList());
        }
    }

    private void assertThroughKafkaAsInThePlainEngine(String prefix, Path file) throws Exception {
        long startNanos = System.nanoTime();
        EventLog log = TestingLogs.read(file, PLAYBOOK);
        try (TestingScoring scoring =
                TestingScoring.ofSimulatedTime(broker, prefix, directory.resolve(prefix))) {
            replay(file, prefix);
            scoring.start("ticks.writer=external", SLOW_STARTS);
            long untilMillis = scoring.awaitEnd(PATIENCE);
            long restarts = scoring.restarts();
            Map<String, Long> fates = scoring.fates();
            scoring.stop();

            List<String> expected =
                    PlainAlerts.of(TestingLogs.activities(log), PLAYBOOK, untilMillis);
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

    private void replay(Path file, String prefix, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--prefix=" + prefix));
        arguments.addAll(List.of(more));
        TestingLogs.replay(file, broker.bootstrap(), arguments.toArray(String[]::new));
    }

    private Path generated() throws IOException {
        return written(TestingShop.rows(CUSTOMERS, DAYS), "shop.csv");
    }

    private Path written(List<String> rows, String name) throws IOException {
        return TestingShop.write(rows, directory.resolve(name));
    }

    private static Path ofSomeCustomers(Path all, Path to) throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(all));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return Files.write(
                    to,
                    lines.lines()
                            .filter(line -> line.equals(TestingShop.HEADER) || isAmongSome(line))
                            .toList());
        }
    }

    private static boolean isAmongSome(String line) {
        String customer = line.substring(0, line.indexOf(','));
        return Hashes.fraction(Hashes.hash64(customer)) < SHARE_OF_CUSTOMERS;
    }
}
