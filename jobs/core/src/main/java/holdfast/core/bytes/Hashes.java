package holdfast.core.bytes;

/**
 * 64-bit hashes that are the same on every machine and in every release: message ids, alert ids and
 * grid phases are built on them.
 *
 * <p>Not for adversaries: whoever can choose the input can find collisions.
 */
public final class Hashes {

    /*
     * Each unit is mixed in with a multiply and a rotation (the round of xxHash64, Collet 2012); the
     * end is the finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection, so that hashes
     * of equal-length inputs spread over all 64 bits.
     */
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;

    private Hashes() {}

    /** Hash of the characters. */
    public static long hash64(CharSequence text) {
        return hash64(text, 0L);
    }

    /** Hash of the characters, another function for each seed. */
    public static long hash64(CharSequence text, long seed) {
        long hash = seed + PRIME_3 + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = round(hash, text.charAt(i));
        }
        return mix64(hash);
    }

    /** Hash of the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public static long hash64(byte[] bytes, int from, int to) {
        long hash = PRIME_3 + (to - from);
        for (int i = from; i < to; i++) {
            hash = round(hash, bytes[i] & 0xFF);
        }
        return mix64(hash);
    }

    /** Joins a number to a hash; the order of joins matters. */
    public static long join(long hash, long number) {
        return mix64(round(hash, number));
    }

    /** A bijection of 64 bits in which every input bit moves every output bit. */
    public static long mix64(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The hash as a fraction in [0, 1). */
    public static double fraction(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long round(long hash, long unit) {
        return Long.rotateLeft(hash ^ (unit * PRIME_2), 31) * PRIME_1;
    }
}
