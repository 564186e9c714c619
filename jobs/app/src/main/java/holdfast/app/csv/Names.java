package holdfast.app.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives every distinct name a small number, in the order of first appearance, and makes one string
 * of it.
 *
 * <p>Looks names up by their bytes, so that a name seen before costs no object. Not thread-safe.
 */
final class Names {

    private final List<String> names = new ArrayList<>();
    private byte[] letters = new byte[1 << 12];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private int[] slots = new int[256];

    int size() {
        return names.size();
    }

    List<String> all() {
        return List.copyOf(names);
    }

    String name(int number) {
        return names.get(number);
    }

    /** The number of the name in {@code bytes[from, to)}. */
    int numberOf(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && equal(number, bytes, from, to)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = names.size() + 1;
        add(hash, bytes, from, to);
        return names.size() - 1;
    }

    private boolean equal(int number, byte[] bytes, int from, int to) {
        int start = number == 0 ? 0 : ends[number - 1];
        return Arrays.equals(letters, start, ends[number], bytes, from, to);
    }

    private void add(int hash, byte[] bytes, int from, int to) {
        int number = names.size();
        int start = number == 0 ? 0 : ends[number - 1];
        int length = to - from;
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * number);
            hashes = Arrays.copyOf(hashes, 2 * number);
        }
        if (start + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, start + length));
        }
        System.arraycopy(bytes, from, letters, start, length);
        ends[number] = start + length;
        hashes[number] = hash;
        names.add(new String(bytes, from, length, StandardCharsets.UTF_8));
        if (2 * names.size() > slots.length) {
            rehash();
        }
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < names.size(); number++) {
            int slot = hashes[number] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
