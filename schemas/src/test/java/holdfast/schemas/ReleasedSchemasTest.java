package holdfast.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of any two releases read what the other wrote. */
class ReleasedSchemasTest {
    private static final int RECORDS = 200;
    private static final long SEED = 7;

    private static final String INDEX = "SHA256SUMS";

    static Stream<Release> releases() throws IOException {
        return Release.all().stream();
    }

    @Test
    void leavesReleasedFilesAsTheyWereReleased() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : Release.files(Release.RELEASED)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            String path = Release.RELEASED.relativize(file).toString();
            lines.add(HexFormat.of().formatHex(hash) + "  " + path);
        }

        assertThat(lines)
                .as(
                        "a released schema is never edited: put the change into src/main/avro. A"
                                + " release adds a folder and its lines to released/"
                                + INDEX
                                + ", see README.md")
                .isNotEmpty()
                .isEqualTo(Files.readAllLines(Release.RELEASED.resolve(INDEX)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void stillKnowsEverySchemaThatWasReleased(Release release) throws Exception {
        assertThat(Release.current().byName().keySet()).containsAll(release.byName().keySet());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyReleaseReadsWhatEveryOtherWrote(Release release) throws Exception {
        List<Release> others = new ArrayList<>(Release.all());
        others.add(Release.current());
        for (Release other : others) {
            for (Schema schema : release.byName().values()) {
                Schema otherSchema = other.byName().get(schema.getFullName());
                if (otherSchema != null) {
                    assertReads(otherSchema, schema);
                    assertReads(schema, otherSchema);
                }
            }
        }
    }

    /** The header of a single-object record names the writer's schema, of whatever release. */
    @ParameterizedTest
    @MethodSource("releases")
    void readsSingleObjectRecordsOfEveryRelease(Release release) throws Exception {
        for (Schema written : release.byName().values()) {
            if (written.getType() != Schema.Type.RECORD) {
                continue;
            }
            Schema current = Release.current().byName().get(written.getFullName());
            BinaryMessageDecoder<Object> decoder =
                    new BinaryMessageDecoder<>(GenericData.get(), current);
            decoder.addSchema(written);
            BinaryMessageEncoder<Object> encoder =
                    new BinaryMessageEncoder<>(GenericData.get(), written);
            for (Object datum : new RandomData(written, RECORDS, SEED)) {
                assertThat(decoder.decode(encoder.encode(datum))).isNotNull();
            }
        }
    }

    @Test
    void wouldCatchAFieldWithoutADefault() throws Exception {
        String field = "{\"name\":\"note\",\"type\":\"string\"},";

        assertBreaks(
                current("Tick", "\"fields\":[", "\"fields\":[" + field),
                "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void wouldCatchAFieldOfAnotherName() throws Exception {
        assertBreaks(current("Tick", "event_time", "at"), "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void wouldCatchAFieldOfAnotherType() throws Exception {
        assertBreaks(
                current("Reason", "\"type\":\"double\"", "\"type\":\"boolean\""), "TYPE_MISMATCH");
    }

    @Test
    void wouldCatchANewWordWhereReadersHaveNoWordForIt() throws Exception {
        Schema before = current("RiskBand", ",\"default\":\"UNKNOWN\"", "");
        Schema after = current("RiskBand", "\"CRITICAL\"", "\"CRITICAL\",\"FATAL\"");

        assertThat(faults(before, after)).contains("MISSING_ENUM_SYMBOLS");
        assertThat(faults(current("RiskBand", "", ""), after)).isEmpty();
    }

    @Test
    void letsAFieldWithADefaultComeAndGo() throws Exception {
        Schema more =
                current(
                        "Tick",
                        "\"fields\":[",
                        "\"fields\":[{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"},");

        assertReads(more, current("Tick", "", ""));
        assertReads(current("Tick", "", ""), more);
    }

    private static void assertBreaks(Schema changed, String fault) throws IOException {
        Schema current = current(changed.getName(), "", "");

        assertThat(faults(changed, current) + faults(current, changed)).contains(fault);
        assertThatThrownBy(
                        () -> {
                            exchange(changed, current);
                            exchange(current, changed);
                        })
                .isInstanceOf(AvroTypeException.class);
    }

    private static void assertReads(Schema reader, Schema writer) throws IOException {
        assertThat(faults(reader, writer))
                .as(writer.getFullName() + ": an old program could not read a new one, or reverse")
                .isEmpty();
        exchange(reader, writer);
    }

    private static String faults(Schema reader, Schema writer) {
        StringBuilder faults = new StringBuilder();
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .forEach(fault -> faults.append(fault.getType()).append(fault.getLocation()));
        return faults.toString();
    }

    /** Reads random data of the writer; what both know must come out as it went in. */
    private static void exchange(Schema reader, Schema writer) throws IOException {
        GenericDatumReader<Object> reading = new GenericDatumReader<>(writer, reader);
        for (Object written : new RandomData(writer, RECORDS, SEED, true)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<>(writer).write(written, encoder);
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(out.toByteArray(), null);
            Object read = reading.read(null, decoder);

            assertThat(decoder.isEnd()).isTrue();
            assertSame(written, read);
        }
    }

    private static void assertSame(Object written, Object read) {
        if (!(written instanceof GenericRecord out && read instanceof GenericRecord in)) {
            assertThat(read).isEqualTo(written);
            return;
        }
        for (Schema.Field field : out.getSchema().getFields()) {
            Schema.Field other = in.getSchema().getField(field.name());
            if (other != null && other.schema().equals(field.schema())) {
                assertThat(in.get(other.pos())).isEqualTo(out.get(field.pos()));
            }
        }
    }

    /** A current schema with one piece of its JSON replaced. */
    private static Schema current(String name, String piece, String by) throws IOException {
        Schema schema = Release.current().byName().get("holdfast.schemas.v1." + name);
        String json = schema.toString();
        assertThat(json).contains(piece);
        return piece.isEmpty() ? schema : new Schema.Parser().parse(json.replace(piece, by));
    }
}
