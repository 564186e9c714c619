package holdfast.core.customer;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;

/**
 * The bytes of a customer's state.
 *
 * <p>Version 1, absent parts taking no bytes beyond their count:
 *
 * <pre>
 * version           1 byte   1
 * tallies           1 byte   how many, then of each, by rising category:
 *   category        1 byte
 *   count           varint
 *   first           varint   milliseconds
 *   last - first    varint   milliseconds
 *   faded counts    varint milliseconds, 3 doubles (short, medium, long half-life)
 * rhythms           1 byte   how many, then of each, by rising outcome:
 *   outcome         1 byte
 *   first           varint   milliseconds
 *   last - first    varint   milliseconds
 *   last day        signed varint, epoch day in the reporting zone
 *   day bitmap      2 varints, newer 64 days first
 *   settled days    varint
 *   displaced       varint
 * money             2 varints (revenue, refunds; minor units), then twice
 *   faded sums      varint milliseconds (0: nothing follows), 3 doubles
 * wake-up           varint   milliseconds + 1; 0 is never
 * erased at         likewise
 * suppressed until  likewise
 * message ids       1 byte   how many, then 8 bytes each, oldest first
 * policies          1 byte   how many, then of each, by rising policy:
 *   policy          1 byte
 *   alert status    1 byte   0: none
 *   cool-down       2 varints, until and before, milliseconds
 *   alert           if any: 1 byte trigger and opening list, 8 bytes anchor, varint opened, varint sequence
 *   hold reason     1 byte   0: none
 *   hold            if any: varint anchor, varint retry at
 * published         1 byte   how many, then of each: 1 byte outcome, 1 float, 1 byte band
 * </pre>
 *
 * <p>A version that has shipped is never edited. Bytes of a later version are refused. The
 * customer's id is the key and is not part of the value. Not thread-safe.
 */
public final class CustomerStateCodec {

    /** The version that is written. */
    public static final int VERSION = 1;

    private final ByteReader reader = new ByteReader();

    /** Appends a state's bytes. */
    public void write(CustomerState customer, ByteWriter out) {
        out.writeByte(VERSION);
        customer.engagement().write(out);
        customer.episode().write(out);
    }

    /**
     * Reads a state that occupies the whole slice.
     *
     * @throws CorruptBytesException if the bytes are of a later version or no state at all
     */
    public void read(CustomerState customer, byte[] bytes, int offset, int length) {
        reader.reset(bytes, offset, length);
        int version = reader.readByte();
        if (version != VERSION) {
            throw new CorruptBytesException(
                    "state of version " + version + "; this build reads version " + VERSION);
        }
        try {
            customer.engagement().read(reader);
            customer.episode().read(reader);
        } catch (IllegalArgumentException unknownCode) {
            throw new CorruptBytesException(String.valueOf(unknownCode.getMessage()));
        }
        if (reader.remaining() != 0) {
            throw new CorruptBytesException(reader.remaining() + " bytes after the state");
        }
    }
}
