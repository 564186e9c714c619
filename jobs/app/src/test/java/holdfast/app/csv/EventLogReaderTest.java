package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.activity.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogReaderTest {

    private static final String HEADER = "customer_id,event_time,event_type,amount,attributes\n";

    private static final String ROWS_GOOD_AND_BAD =
            "a,2011-05-15,x,1,\"two\nlines\"\n"
                    + "a,2011-05-15,x,NaN,\n"
                    + "a,2011-05-15,x,1e99,\n"
                    + "a,2011-05-15,x,-1,\n"
                    + "a,2011-05-15,return,-1,\n"
                    + "a,yesterday,x,1,\n"
                    + "a,,x,1,\n"
                    + "a,1969-05-15,x,1,\n"
                    + "a,9999-05-15,x,1,\n"
                    + "a,2011-05-15,,1,\n"
                    + " ,2011-05-15,x,1,\n"
                    + "a,2011-05-15\n"
                    + "a,2011-05-15,x,1,,,\n"
                    + "\"a\"b,2011-05-15,x,1,\n"
                    + "i".repeat(257)
                    + ",2011-05-15,x,1,\n"
                    + "a,2011-05-15,"
                    + "n".repeat(257)
                    + ",1,\n"
                    + "a,2011-05-15,x,2,\n";

    @TempDir Path folder;

    private final List<String> refused = new ArrayList<>();

    @Test
    void readsTheCommonForm() throws IOException {
        EventLog log =
                read(
                        HEADER
                                + "a,2011-05-15,purchase,15.30,\"{\"\"x\"\":1}\"\nb,2011-05-16,visit,,\n");

        assertThat(log.size()).isEqualTo(2);
        assertThat(log.activity(0).customerId()).isEqualTo("a");
        assertThat(log.activity(0).name()).isEqualTo("purchase");
        assertThat(log.activity(0).amountMinor()).isEqualTo(1530);
        assertThat(log.activity(0).messageHash()).isZero();
        assertThat(log.activity(1).timeMillis())
                .isEqualTo(Instant.parse("2011-05-16T00:00:00Z").toEpochMilli());
        assertThat(log.facts().rows()).isEqualTo(2);
        assertThat(log.facts().sorted()).isTrue();
        assertThat(refused).isEmpty();
    }

    @Test
    void findsColumnsByNameAndIgnoresOthers() throws IOException {
        EventLog log = read("event_type,shop,event_time,customer_id\nvisit,7,2011-05-15,a\n");

        assertThat(log.activity(0).customerId()).isEqualTo("a");
        assertThat(log.activity(0).amountMinor()).isZero();
        assertThat(log.facts().amountColumn()).isFalse();
    }

    @Test
    void sortsByTimeAndKeepsTheOrderOfEqualTimes() throws IOException {
        EventLog log =
                read(
                        HEADER
                                + "a,2011-05-17,x,,\nb,2011-05-15,x,,\nc,2011-05-17,x,,\nd,2011-05-16,x,,\n");

        assertThat(log.facts().sorted()).isFalse();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(event -> log.activity(event).customerId())
                .containsExactly("b", "d", "a", "c");
        assertThat(log.countUpTo(Instant.parse("2011-05-16T00:00:00Z").toEpochMilli()))
                .isEqualTo(2);
        assertThat(log.countUpTo(0)).isZero();
        assertThat(log.countUpTo(Long.MAX_VALUE)).isEqualTo(4);
    }

    @Test
    void refusesBadRowsByLineAndReasonAndKeepsTheRest() throws IOException {
        EventLog log = read(HEADER + ROWS_GOOD_AND_BAD);

        assertThat(log.size()).isEqualTo(3);
        assertThat(log.facts().rows()).isEqualTo(17);
        assertThat(refused)
                .containsExactly(
                        "4 BAD_AMOUNT",
                        "5 AMOUNT_OUT_OF_RANGE",
                        "6 NEGATIVE_AMOUNT",
                        "8 BAD_TIME",
                        "9 NO_TIME",
                        "10 TIME_TOO_OLD",
                        "11 TIME_IN_FUTURE",
                        "12 NO_EVENT_NAME",
                        "13 unidentified",
                        "14 BROKEN_CSV",
                        "15 BROKEN_CSV",
                        "16 BROKEN_CSV",
                        "17 CUSTOMER_ID_TOO_LONG",
                        "18 NAME_TOO_LONG");
    }

    @Test
    void readsGzipWhateverItsNameAndFingerprintsTheStoredBytes() throws Exception {
        byte[] packed = gzip(HEADER + "a,2011-05-15,x,1,\n");
        Path file = Files.write(folder.resolve("log.csv"), packed);

        EventLog log = read(file);

        assertThat(log.size()).isEqualTo(1);
        assertThat(log.facts().sha256()).hasSize(64).isEqualTo(sha256(packed));
    }

    @Test
    void saysWhatToDoAboutACutArchive() throws IOException {
        byte[] packed = gzip(HEADER + "a,2011-05-15,x,1,\n".repeat(1000));
        Path file =
                Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageContaining("cut.csv.gz: broken gzip")
                .hasMessageContaining("copy the file again");
    }

    @Test
    void saysWhichColumnIsMissingAndWhichWereFound() {
        assertThatThrownBy(() -> read("customer,event_time,event_type\na,2011-05-15,x\n"))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageContaining("log.csv:1: no column customer_id")
                .hasMessageContaining("found customer, event_time, event_type")
                .hasMessageContaining("--columns customer=");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }

    @Test
    void readsAShopsOwnColumns() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("shop.csv"),
                        "Datum;Kunde;Was;Betrag\n15.05.2011 08:26;K-1;Kauf;1.234,50\n");

        EventLog log = read(file, "customer=Kunde,time=Datum:dmy,event=Was,amount=Betrag:comma");

        assertThat(refused).isEmpty();
        assertThat(log.activity(0).customerId()).isEqualTo("K-1");
        assertThat(log.activity(0).name()).isEqualTo("Kauf");
        assertThat(log.activity(0).amountMinor()).isEqualTo(123_450);
        assertThat(Instant.ofEpochMilli(log.timeMillis(0))).isEqualTo("2011-05-15T08:26:00Z");
    }

    @Test
    void anAmountThatIsNamedMustBeThere() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), HEADER + "a,2011-05-15,x,1,\n");

        assertThatThrownBy(() -> read(file, "amount=amonut"))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageContaining("no column amonut; nearest: amount");
        assertThat(read(file, "customer=customer_id").facts().amountColumn()).isTrue();
    }

    private EventLog read(Path file, String columns) throws IOException {
        EventLogReader.Rules rules =
                new EventLogReader.Rules(
                        2, name -> false, 1_500_000_000_000L, ColumnNames.parse(columns));
        return EventLogReader.read(file, rules, new Refused(), bytes -> {});
    }

    private EventLog read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("log.csv"), text));
    }

    private EventLog read(Path file) throws IOException {
        long nowMillis = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
        EventLogReader.Rules rules = new EventLogReader.Rules(2, "return"::equals, nowMillis);
        return EventLogReader.read(file, rules, new Refused(), bytes -> {});
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private final class Refused implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {
            refused.add(line + " " + reason);
        }

        @Override
        public void unidentified(long line) {
            refused.add(line + " unidentified");
        }
    }
}
