package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.quality.Split;
import holdfast.flink.serialize.EncodedRecordCodec;
import holdfast.schemas.v1.Opinion;
import holdfast.schemas.v1.ServingScore;
import holdfast.schemas.v1.SplitBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityEncoderTest {

    private static final long AT = TestingReports.AT;

    @Test
    void writesAReportInAFixedOrder() {
        EncodedRecord record = new QualityEncoder(WireFormat.JSON).encode(TestingReports.report());

        assertThat(record.kind()).isEqualTo(EncodedRecord.Kind.QUALITY);
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("lapse");
        assertThat(record.timestampMillis()).isEqualTo(AT);
        assertThat(text(value(record)))
                .isEqualTo(
                        """
                        {"outcome":"lapse","learned_at":"2026-05-26T09:30:00Z",\
                        "playbook":"shop","playbook_version":2,"model_version":"m-1",\
                        "serving":"PRIOR","open_rows":3,"matured_rows":2,"treated_rows":1,\
                        "special_rows":5,"customers":4,"shares":[{"opinion":"PRIOR","share":1.0}],\
                        "judgements":[{"opinion":"SERVED","rows":2,"customers":2,\
                        "lost_share":0.5,"mean_probability":0.4,"log_loss":0.6,\
                        "calibration_error":0.1,"calibration_error_by_chance":0.2}],\
                        "splits":[{"by":"TENURE","group":"0-1","judgements":[]}],\
                        "drift_rows":3,"drift_rows_before":2,"drift_by_chance":7.5,\
                        "past_rhythm_before":0.5,"drifts":[{"feature":"recency",\
                        "family":"SILENCE","index":0.25}]}""");
    }

    @Test
    void writesTheSameInAvro() throws Exception {
        EncodedRecord record = new QualityEncoder(WireFormat.AVRO).encode(TestingReports.report());

        holdfast.schemas.v1.QualityReport report =
                holdfast.schemas.v1.QualityReport.getDecoder().decode(value(record));
        assertThat(report.getLearnedAt()).isEqualTo(Instant.ofEpochMilli(AT));
        assertThat(report.getServing()).isEqualTo(ServingScore.PRIOR);
        assertThat(report.getJudgements().get(0).getRocAuc()).isNull();
        assertThat(report.getPastRhythm()).isNull();
        assertThat(report.getDrifts().get(0).getIndex()).isEqualTo(0.25);
    }

    @Test
    void isReadableWhicheverWayItWasWritten() {
        byte[] json = value(new QualityEncoder(WireFormat.JSON).encode(TestingReports.report()));
        byte[] avro = value(new QualityEncoder(WireFormat.AVRO).encode(TestingReports.report()));

        Optional<byte[]> readable = new ReadableMessages().json(avro);

        assertThat(text(readable.orElseThrow())).isEqualTo(text(json));
    }

    @Test
    void travelsBetweenOperators() {
        EncodedRecord record = new QualityEncoder(WireFormat.JSON).encode(TestingReports.report());
        ByteWriter out = new ByteWriter();
        EncodedRecordCodec codec = new EncodedRecordCodec();
        codec.write(record, out);

        ByteReader in = new ByteReader();
        in.reset(out.array(), 0, out.length());

        EncodedRecord read = codec.read(in);

        assertThat(read).isEqualTo(record);
        assertThat(read.name()).isEqualTo(record.name());
    }

    @Test
    void knowsAWordForEverythingThatTheCoreCanSay() {
        assertThat(names(Opinion.values()))
                .isEqualTo("UNKNOWN " + names(holdfast.core.quality.Opinion.values()));
        assertThat(names(SplitBy.values())).isEqualTo("UNKNOWN " + names(Split.By.values()));
    }

    private static String names(Enum<?>[] values) {
        return String.join(" ", Stream.of(values).map(Enum::name).toList());
    }

    private static byte[] value(EncodedRecord record) {
        return Objects.requireNonNull(record.value());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
