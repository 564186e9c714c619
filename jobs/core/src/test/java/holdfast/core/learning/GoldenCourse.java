package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The state of a course as it lies in savepoints: written once by the first build of its format,
 * with what it says in words. Never made anew.
 *
 * @param format the first byte
 */
record GoldenCourse(int format) {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "courses");

    private String state() {
        return "format-" + format + ".bin.gz";
    }

    private String words() {
        return "format-" + format + ".txt";
    }

    byte[] bytes() {
        try (InputStream in = new GZIPInputStream(open(state()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the state said when it was written. */
    List<String> said() {
        try (InputStream in = open(words())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                GoldenCourse.class.getResourceAsStream("/courses/" + name), name);
    }

    /** For a format that has no file yet. */
    void write(byte[] bytes) throws IOException {
        Files.createDirectories(RESOURCES);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        Files.write(RESOURCES.resolve(state()), packed.toByteArray());
        Files.write(RESOURCES.resolve(words()), words(bytes));
    }

    boolean exists() {
        return Files.exists(RESOURCES.resolve(state()));
    }

    /** Format 1 by the tables in the Javadoc, field by field; of rows and histories some. */
    static List<String> words(byte[] bytes) {
        ByteReader in = new ByteReader();
        in.reset(bytes, 0, bytes.length);
        List<String> words = new ArrayList<>();
        words.add("format " + in.readByte());
        words.add("catalogue " + in.readText());
        words.add("playbook\n" + in.readText().strip());
        words.add("model " + in.readText().strip());
        words.add("learners " + in.readVarint());
        words.add("outcome " + in.readVarint() + ", next lesson " + in.readSignedVarint());
        words.add("learner's format " + in.readByte());
        words.add("share " + in.readDouble());
        words.add("learned at " + in.readSignedVarint());
        addRows(in, words);
        addHistories(in, words);
        words.add("panel and weights, bytes " + in.remaining());
        int from = bytes.length - in.remaining();
        words.add("hash %016x".formatted(Hashes.hash64(bytes, from, bytes.length)));
        return String.join("\n", words).lines().toList();
    }

    private static void addRows(ByteReader in, List<String> words) {
        long categories = in.readVarint();
        List<Long> ids = new ArrayList<>();
        for (long i = 0; i < categories; i++) {
            ids.add(in.readVarint());
        }
        words.add("categories " + ids);
        long count = in.readVarint();
        words.add("rows " + count);
        int features = 17 + 4 * (int) categories;
        long atMillis = 0;
        for (long row = 0; row < count; row++) {
            atMillis += in.readSignedVarint();
            StringBuilder said = new StringBuilder();
            said.append("row ").append(row).append(" at ").append(atMillis);
            said.append(", customer ").append(in.readLong());
            said.append(", decided after ").append(in.readVarint());
            said.append(", special ").append(in.readByte());
            said.append(", treated after ").append(in.readVarint());
            said.append(", value ").append(in.readSignedVarint());
            for (int i = 0; i < 5; i++) {
                said.append(i == 0 ? ", opinions " : " ").append(in.readFloat());
            }
            for (int i = 0; i < features; i++) {
                said.append(i == 0 ? ", features " : " ").append(in.readDouble());
            }
            if (row % 37 == 0) {
                words.add(said.toString());
            }
        }
    }

    private static void addHistories(ByteReader in, List<String> words) {
        long count = in.readVarint();
        words.add("histories " + count);
        for (long i = 0; i < count; i++) {
            String said =
                    "customer %d first %d last %d days %d as of %d"
                            .formatted(
                                    in.readLong(),
                                    in.readSignedVarint(),
                                    in.readSignedVarint(),
                                    in.readVarint(),
                                    in.readSignedVarint());
            if (i % 7 == 0) {
                words.add(said);
            }
        }
    }
}
