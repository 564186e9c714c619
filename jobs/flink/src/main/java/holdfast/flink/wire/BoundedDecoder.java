package holdfast.flink.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro binary from an array and believes no length that the array cannot hold.
 *
 * <p>The library's own decoder allocates what a length claims before it looks for the bytes: a few
 * broken bytes could ask for gigabytes. Text must be well-formed UTF-8.
 */
final class BoundedDecoder extends Decoder {
    private static final byte[] NONE = {};
    private static final int VARINT_BITS_MAX = 63;

    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] bytes = NONE;
    private int at;

    void reset(byte[] newBytes, int from) {
        bytes = newBytes;
        at = from;
    }

    int remaining() {
        return bytes.length - at;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[take(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw new IOException("a number does not fit 32 bits");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift <= VARINT_BITS_MAX; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number is longer than 64 bits");
    }

    @Override
    public float readFloat() throws IOException {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(take(4));
    }

    @Override
    public double readDouble() throws IOException {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(take(8));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        int from = take(length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return utf8.decode(ByteBuffer.wrap(bytes, from, length)).toString();
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void skipString() throws IOException {
        take(length());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = length();
        return ByteBuffer.wrap(bytes, take(length), length).slice();
    }

    @Override
    public void skipBytes() throws IOException {
        take(length());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        System.arraycopy(bytes, take(length), into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items();
    }

    @Override
    public long arrayNext() throws IOException {
        return items();
    }

    @Override
    public long skipArray() throws IOException {
        return skipItems();
    }

    @Override
    public long readMapStart() throws IOException {
        return items();
    }

    @Override
    public long mapNext() throws IOException {
        return items();
    }

    @Override
    public long skipMap() throws IOException {
        return skipItems();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    /** Items of the next block; each of ours takes at least one byte. */
    private long items() throws IOException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        if (count < 0 || count > remaining()) {
            throw new EOFException("a block claims more items than there are bytes");
        }
        return count;
    }

    /** Skips blocks that state their size; items of the first block that does not. */
    private long skipItems() throws IOException {
        long count = readLong();
        while (count < 0) {
            take(length());
            count = readLong();
        }
        if (count > remaining()) {
            throw new EOFException("a block claims more items than there are bytes");
        }
        return count;
    }

    private int length() throws IOException {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw new EOFException("a length points past the end");
        }
        return (int) length;
    }

    /** Steps over so many bytes; where they begin. */
    private int take(int count) throws IOException {
        if (count > remaining()) {
            throw new EOFException("ends too early");
        }
        int from = at;
        at += count;
        return from;
    }
}
