package holdfast.app.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a log file, unpacked when it is gzip (told by its first bytes, not by its name),
 * with the fingerprint of the bytes as stored.
 */
public final class LogBytes implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final DigestInputStream stored;
    private final InputStream plain;

    /**
     * Opens a file.
     *
     * @param readBytes told from time to time how many bytes of the file have been read
     */
    public LogBytes(Path file, LongConsumer readBytes) throws IOException {
        InputStream counted = new Counted(Files.newInputStream(file), readBytes);
        stored = new DigestInputStream(counted, sha256Digest());
        BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER_BYTES);
        plain = gzip(buffered) ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }

    /** The unpacked bytes. */
    public InputStream plain() {
        return plain;
    }

    /** SHA-256 of the whole file in hexadecimal; reads what is left of it. */
    String sha256() throws IOException {
        byte[] rest = new byte[BUFFER_BYTES];
        while (stored.read(rest) >= 0) {
            // The digest sees it.
        }
        return HexFormat.of().formatHex(stored.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    private static boolean gzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final LongConsumer readBytes;
        private long count;

        Counted(InputStream in, LongConsumer readBytes) {
            super(in);
            this.readBytes = readBytes;
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            count += letter < 0 ? 0 : 1;
            return letter;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            readBytes.accept(count);
            return read;
        }
    }
}
