package holdfast.core.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing byte buffer that writes the few primitives of the state layouts.
 *
 * <p>Not thread-safe. {@link #reset()} keeps the memory, so one writer serves any number of values
 * without allocating.
 */
public final class ByteWriter {

    /** Some machines allow no more. */
    private static final int ARRAY_MAX = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[256];
    private int length;

    /** Forgets what was written and keeps the memory. */
    public void reset() {
        length = 0;
    }

    /** Bytes written since the last reset. */
    public int length() {
        return length;
    }

    /** The backing array; only the first {@link #length()} bytes mean anything. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes the low eight bits. */
    public void writeByte(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    /**
     * Writes seven bits a byte, low ones first: 1 to 10 bytes, few for small non-negative values.
     */
    public void writeVarint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes a signed value so that small magnitudes of either sign take few bytes. */
    public void writeSignedVarint(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    /** Writes eight bytes, high ones first. */
    public void writeLong(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** Writes four bytes, high ones first. */
    public void writeInt(int value) {
        ensure(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** Writes the exact bits of a double in eight bytes. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** Writes the exact bits of a float in four bytes. */
    public void writeFloat(float value) {
        writeInt(Float.floatToRawIntBits(value));
    }

    /** Writes a count and so many bytes. */
    public void writeBytes(byte[] value) {
        writeVarint(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /** Writes a text as the bytes of its UTF-8. */
    public void writeText(String value) {
        writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, room(bytes.length, (long) length + more));
        }
    }

    /** Twice as much as there was, or what is needed, within what an array may hold. */
    static int room(int before, long needed) {
        if (needed > ARRAY_MAX) {
            throw new IllegalStateException(needed + " bytes, more than one state may have");
        }
        return (int) Math.max(needed, Math.min(ARRAY_MAX, 2L * before));
    }
}
