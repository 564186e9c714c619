package holdfast.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReplayTest {

    private static final long HOUR = 3_600_000;
    private static final long START = Instant.parse("2011-01-01T00:00:00Z").toEpochMilli();
    private static final String TICKS = "churn.ticks.v1";

    private final ByteArraySerializer bytes = new ByteArraySerializer();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, bytes, bytes);

    @TempDir private Path directory = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void writeLog() throws IOException {
        file =
                Files.writeString(
                        directory.resolve("log.csv"),
                        """
                        customer_id,event_time,event_type,amount,attributes
                        "c ""1""x",2011-01-01T00:00:00Z,purchase,15.3,
                        c-2,2011-01-01T00:30:00Z,visit,,
                        c-2,2011-01-01T05:00:00Z,return,-4,
                        """);
    }

    @Test
    void rowsBecomeWhatAShopWouldSend() throws IOException {
        replay(START + 5 * HOUR);

        assertThat(values(events()))
                .containsExactly(
                        "{\"userId\":\"c \\\"1\\\"x\",\"event\":\"purchase\","
                                + "\"timestamp\":\"2011-01-01T00:00:00Z\","
                                + "\"properties\":{\"total\":15.30,\"currency\":\"EUR\"}}",
                        "{\"userId\":\"c-2\",\"event\":\"visit\","
                                + "\"timestamp\":\"2011-01-01T00:30:00Z\"}",
                        "{\"userId\":\"c-2\",\"event\":\"return\","
                                + "\"timestamp\":\"2011-01-01T05:00:00Z\","
                                + "\"properties\":{\"total\":-4.00,\"currency\":\"EUR\"}}");
    }

    @Test
    void allRowsGoToTheTransactionsUnderTheirOwnTime() throws IOException {
        replay(START + 5 * HOUR);

        assertThat(events())
                .extracting(ProducerRecord::topic)
                .containsOnly("transactions.events.v1");
        assertThat(events())
                .extracting(ProducerRecord::timestamp)
                .containsExactly(START, START + HOUR / 2, START + 5 * HOUR);
    }

    @Test
    void aTickComesAfterTheEventsThatItCloses() throws IOException {
        replay(START + 5 * HOUR);

        List<ProducerRecord<byte[], byte[]>> sent = producer.history();
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).topic().equals(TICKS)) {
                long tickMillis = sent.get(i).timestamp();
                assertThat(sent.subList(i, sent.size()))
                        .filteredOn(later -> !later.topic().equals(TICKS))
                        .allMatch(later -> later.timestamp() > tickMillis);
            }
        }
    }

    @Test
    void theClockRunsPastTheEndSoThatSilenceIsJudged() throws IOException {
        replay(START + 48 * HOUR);

        List<Long> ticks =
                producer.history().stream()
                        .filter(sent -> sent.topic().equals(TICKS))
                        .map(ProducerRecord::timestamp)
                        .toList();

        assertThat(ticks).hasSize(50).isSorted();
        assertThat(ticks.get(0)).isEqualTo(START);
        assertThat(ticks.get(49)).isEqualTo(START + 49 * HOUR);
    }

    @Test
    void aRefusedRecordEndsTheReplay() {
        producer.sendException = new RecordTooLargeException("too large");

        assertThatThrownBy(() -> replay(START + 5 * HOUR)).hasMessageContaining("too large");
    }

    private void replay(long endMillis) throws IOException {
        EventLogReader.Rules rules = new EventLogReader.Rules(2, name -> true, START + 99 * HOUR);
        EventLog log = EventLogReader.read(file, rules, new CountedRejects(), count -> {});
        EventRecords records =
                new EventRecords(log, Currency.getInstance("EUR"), new Topics("", 1, true));
        LogReplay.Plan plan = new LogReplay.Plan(TICKS, HOUR, endMillis);
        new LogReplay(producer, records, plan)
                .play(log, new Pacer(Speed.MAX, START, () -> 0), sent -> {});
    }

    private List<ProducerRecord<byte[], byte[]>> events() {
        return producer.history().stream().filter(sent -> !sent.topic().equals(TICKS)).toList();
    }

    private static List<String> values(List<ProducerRecord<byte[], byte[]>> sent) {
        return sent.stream().map(each -> new String(each.value(), StandardCharsets.UTF_8)).toList();
    }
}
