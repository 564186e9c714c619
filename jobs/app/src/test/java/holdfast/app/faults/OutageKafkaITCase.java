package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.kafka.Topic;
import holdfast.app.playbook.SecondsPlaybook;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.tail.AlertMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silence of customers is told from silence of the machinery, by the wall clock. */
class OutageKafkaITCase {

    private static final int SCALE = Integer.getInteger("holdfast.scale", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long QUIET_MILLIS = 4_000;

    @TempDir private Path directory;

    @Test
    void nobodyIsSilentBecauseTheBrokerWasAway() throws Exception {
        int customers = 40;
        int staying = 25;
        int outageSeconds = 10 * SCALE;
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring = TestingScoring.ofWallClock(broker, "outage.", directory)) {
            scoring.start("playbook=" + playbook(), "clock.tick-interval=200ms", "clock.settle=6s");
            try (TestingTraffic traffic = traffic(scoring, customers)) {
                traffic.every(Duration.ofSeconds(1));
                scoring.awaitWritten(System.currentTimeMillis(), PATIENCE);

                broker.stop();
                long roundsBefore = traffic.rounds();
                await().atMost(Duration.ofSeconds(2L * outageSeconds))
                        .until(() -> traffic.rounds() >= roundsBefore + outageSeconds);
                broker.start();
                long backMillis = System.currentTimeMillis();
                scoring.awaitWritten(backMillis + QUIET_MILLIS, PATIENCE);

                assertThat(scoring.alerts()).as("alerts about customers who kept coming").isEmpty();
                traffic.only(staying);
                await().atMost(PATIENCE)
                        .until(() -> customersOf(scoring).size() >= customers - staying);
                assertThat(customersOf(scoring)).isEqualTo(between(staying, customers));
                traffic.stop();
                await().atMost(PATIENCE).until(() -> scoring.fated() == traffic.sent());
                assertThat(traffic.lost()).isZero();
                System.out.println("fates over an outage: " + scoring.fates());
                assertThat(scoring.fates()).isEqualTo(Map.of("scored", traffic.sent()));
                assertThat(scoring.restarts()).isZero();
            }
        }
    }

    @Test
    void silenceIsNoticedInTimeWhenNobodySendsAnyMore() throws Exception {
        int customers = 300 * SCALE;
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring = TestingScoring.ofWallClock(broker, "hush.", directory)) {
            scoring.stampAlertsByBroker();
            scoring.start("playbook=" + playbook(), "clock.settle=5s");
            try (TestingTraffic traffic = traffic(scoring, customers)) {
                scoring.awaitClock(PATIENCE);
                traffic.inTurn(Duration.ofMillis(10));
                await().atMost(PATIENCE).until(() -> customersOf(scoring).size() == customers);

                List<Long> delays =
                        scoring.records().all(scoring.topics().name(Topic.ALERTS)).stream()
                                .map(read -> delayMillis(scoring, read))
                                .sorted()
                                .toList();
                long median = delays.get(customers / 2);
                long worst = delays.get((int) Math.ceil(customers * 0.99) - 1);
                System.out.printf(
                        Locale.ROOT,
                        "silence due to alert in Kafka: p50 %d ms, p99 %d ms, %d customers%n",
                        median,
                        worst,
                        customers);
                assertThat(delays).hasSize(customers);
                assertThat(worst).isLessThanOrEqualTo(4_000);
                assertThat(scoring.restarts()).isZero();
            }
        }
    }

    private static long delayMillis(TestingScoring scoring, ConsumerRecord<byte[], byte[]> read) {
        AlertMessage alert = scoring.alert(read);
        assertThat(alert.text("status")).isEqualTo("OPENED");
        return read.timestamp() - Instant.parse(alert.text("occurred_at")).toEpochMilli();
    }

    private static Set<String> customersOf(TestingScoring scoring) {
        return scoring.alerts().stream()
                .map(alert -> alert.text("customer_id"))
                .collect(Collectors.toSet());
    }

    private static Set<String> between(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "c-" + i).collect(Collectors.toSet());
    }

    private static TestingTraffic traffic(TestingScoring scoring, int customers) {
        String topic = scoring.topics().name(Topic.CLICKSTREAM);
        return new TestingTraffic(scoring.bootstrap(), topic, customers);
    }

    private Path playbook() throws Exception {
        return Files.writeString(directory.resolve("seconds.yaml"), SecondsPlaybook.TEXT);
    }
}
