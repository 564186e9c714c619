package holdfast.core.episode;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/**
 * The hashes of a customer's last few message ids, by which a repeated message is known.
 *
 * <p>Remembers the newest {@link #CAPACITY}; a repetition that comes after that many other messages
 * of the same customer is not recognised. Not thread-safe.
 */
public final class RecentIds {

    /** How many messages are remembered. */
    public static final int CAPACITY = 16;

    private final long[] hashes = new long[CAPACITY];
    private int size;
    private int oldest;

    /**
     * Remembers a message; false if it was remembered already. The hash 0 stands for no id and is
     * always new.
     */
    public boolean add(long messageHash) {
        if (messageHash == 0) {
            return true;
        }
        for (int i = 0; i < size; i++) {
            if (hashes[i] == messageHash) {
                return false;
            }
        }
        if (size < CAPACITY) {
            hashes[size++] = messageHash;
            return true;
        }
        hashes[oldest] = messageHash;
        oldest = (oldest + 1) % CAPACITY;
        return true;
    }

    /** Forgets everything. */
    public void clear() {
        size = 0;
        oldest = 0;
    }

    /** Writes one byte and eight for each id, oldest first. */
    public void write(ByteWriter out) {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(hashes[(oldest + i) % CAPACITY]);
        }
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        clear();
        size = in.readCount(CAPACITY);
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readLong();
        }
    }
}
