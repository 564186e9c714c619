package holdfast.core.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote.
 *
 * <p>Not thread-safe; reusable through {@link #reset}. Reading past the end, or a varint that never
 * ends, is a {@link CorruptBytesException}.
 */
public final class ByteReader {

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    /** Points the reader at a slice of an array, which it reads in place. */
    public void reset(byte[] array, int offset, int length) {
        bytes = array;
        position = offset;
        end = offset + length;
    }

    /** Bytes not yet read. */
    public int remaining() {
        return end - position;
    }

    /** Reads one byte as 0 to 255. */
    public int readByte() {
        need(1);
        return bytes[position++] & 0xFF;
    }

    /** Reads what {@link ByteWriter#writeVarint} wrote. */
    public long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptBytesException("a varint of more than ten bytes");
    }

    /** Reads a varint that must lie in 0 to {@code max}. */
    public int readCount(int max) {
        long count = readVarint();
        if (count < 0 || count > max) {
            throw new CorruptBytesException(
                    "a count of " + count + " where at most " + max + " may be");
        }
        return (int) count;
    }

    /** Reads a varint that must not be negative. */
    public long readNatural() {
        long value = readVarint();
        if (value < 0) {
            throw new CorruptBytesException("a negative number where none may be");
        }
        return value;
    }

    /** Reads a number, not below {@code base}, as its distance from there. */
    public long readFrom(long base) {
        long value = base + readNatural();
        if (value < base) {
            throw new CorruptBytesException("a number too large to be");
        }
        return value;
    }

    /** Reads one byte that must lie in {@code min} to {@code max}. */
    public int readByte(int min, int max) {
        int value = readByte();
        if (value < min || value > max) {
            throw new CorruptBytesException(
                    value + " where only " + min + " to " + max + " may be");
        }
        return value;
    }

    /** Reads what {@link ByteWriter#writeSignedVarint} wrote. */
    public long readSignedVarint() {
        long raw = readVarint();
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Reads eight bytes, high ones first. */
    public long readLong() {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[position++] & 0xFF);
        }
        return value;
    }

    /** Reads four bytes, high ones first. */
    public int readInt() {
        need(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | (bytes[position++] & 0xFF);
        }
        return value;
    }

    /** Reads the exact bits of a double. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** Reads the exact bits of a float. */
    public float readFloat() {
        return Float.intBitsToFloat(readInt());
    }

    /** Reads what {@link ByteWriter#writeBytes} wrote. */
    public byte[] readBytes() {
        int count = readLength();
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** Reads what {@link ByteWriter#writeText} wrote. */
    public String readText() {
        int count = readLength();
        position += count;
        return new String(bytes, position - count, count, StandardCharsets.UTF_8);
    }

    private int readLength() {
        int count = readCount(Integer.MAX_VALUE);
        need(count);
        return count;
    }

    private void need(int count) {
        if (end - position < count) {
            throw new CorruptBytesException(
                    "the bytes end " + (count - (end - position)) + " too early");
        }
    }
}
