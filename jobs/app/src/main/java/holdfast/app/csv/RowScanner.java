package holdfast.app.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream of UTF-8 bytes into rows of separated fields (RFC 4180).
 *
 * <p>The separator is the most frequent of comma, semicolon, tab and bar in the first line, outside
 * of quotes; among equals the first of these.
 *
 * <p>A row that cannot be read (text after a closing quote, a quote that is never closed, a row of
 * more than {@value #MAX_ROW_BYTES} bytes or {@value #MAX_FIELDS} fields) is reported as broken,
 * and reading goes on at the line after the one where it starts: a stray quote costs one row, not
 * the rest of the file. Holds one row and a read buffer. Not thread-safe.
 */
final class RowScanner {

    static final int MAX_ROW_BYTES = 1 << 20;
    static final int MAX_FIELDS = 1024;

    private static final int BROKEN = -1;
    private static final String SEPARATORS = ",;\t|";

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int rowStart;
    private int rowBytes;
    private int limit;
    private boolean tooLarge;
    private final byte separator;

    private long line;
    private long nextLine = 1;
    private boolean broken;

    /* Field borders count from the start of the row, so that moving the row moves none of them. */
    private int fieldCount;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] doubledQuotes = new boolean[16];

    RowScanner(InputStream in) throws IOException {
        this.in = in;
        if (available(2) && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
            rowBytes = buffer[2] == (byte) 0xBF ? 3 : 0;
        }
        separator = separator(rowBytes);
    }

    /** The byte that stands between fields. */
    char separator() {
        return (char) separator;
    }

    private byte separator(int start) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int offset = start; offset < MAX_ROW_BYTES && available(offset); offset++) {
            byte letter = at(offset);
            boolean lineEnd = letter == '\n' || letter == '\r';
            if (begun && lineEnd && !quoted) {
                break;
            }
            begun |= !lineEnd;
            quoted ^= letter == '"';
            int known = quoted ? -1 : SEPARATORS.indexOf(letter);
            if (known >= 0) {
                counts[known]++;
            }
        }
        tooLarge = false;
        int best = 0;
        for (int each = 1; each < counts.length; each++) {
            best = counts[each] > counts[best] ? each : best;
        }
        return (byte) SEPARATORS.charAt(best);
    }

    /** Moves to the next row that is not an empty line; false at the end of the input. */
    boolean next() throws IOException {
        do {
            rowStart += rowBytes;
            rowBytes = 0;
            tooLarge = false;
            if (!available(0)) {
                return false;
            }
            line = nextLine;
            nextLine++;
            scanRow();
        } while (!broken && fieldCount == 1 && starts[0] == ends[0]);
        return true;
    }

    /** The line on which the row starts; the first line is 1. */
    long line() {
        return line;
    }

    /** Whether the row could not be read; it then has no fields. */
    boolean broken() {
        return broken;
    }

    int fieldCount() {
        return fieldCount;
    }

    /** The bytes that {@link #from} and {@link #to} point into, until the next row. */
    byte[] bytes() {
        return buffer;
    }

    int from(int field) {
        return rowStart + starts[field];
    }

    /** The end of a field, its doubled quotes made single. */
    int to(int field) {
        if (doubledQuotes[field]) {
            ends[field] = singleQuotes(starts[field], ends[field]);
            doubledQuotes[field] = false;
        }
        return rowStart + ends[field];
    }

    private int singleQuotes(int start, int end) {
        int write = start;
        for (int read = start; read < end; read++) {
            byte letter = buffer[rowStart + read];
            buffer[rowStart + write] = letter;
            write++;
            if (letter == '"') {
                read++;
            }
        }
        return write;
    }

    private void scanRow() throws IOException {
        broken = false;
        fieldCount = 0;
        int offset = 0;
        while (true) {
            boolean quoted = available(offset) && at(offset) == '"';
            offset = quoted ? quotedField(offset + 1) : plainField(offset);
            if (offset == BROKEN) {
                skipFirstLine();
                return;
            }
            if (!available(offset) || at(offset) != separator) {
                break;
            }
            offset++;
        }
        rowBytes = afterLineEnd(offset);
    }

    private int plainField(int start) throws IOException {
        int offset = start;
        while (available(offset)) {
            int index = rowStart + offset;
            while (index < limit && !endsField(buffer[index])) {
                index++;
            }
            offset = index - rowStart;
            if (index < limit) {
                break;
            }
        }
        return tooLarge ? BROKEN : field(start, offset, false, offset);
    }

    private int quotedField(int start) throws IOException {
        int lines = 0;
        boolean doubled = false;
        for (int offset = start; available(offset); offset++) {
            byte letter = at(offset);
            if (letter == '\n') {
                lines++;
            }
            if (letter != '"') {
                continue;
            }
            if (available(offset + 1) && at(offset + 1) == '"') {
                doubled = true;
                offset++;
                continue;
            }
            boolean ended = !available(offset + 1) || endsField(at(offset + 1));
            if (!ended || tooLarge) {
                return BROKEN;
            }
            nextLine += lines;
            return field(start, offset, doubled, offset + 1);
        }
        return BROKEN;
    }

    private int field(int start, int end, boolean doubled, int next) {
        if (fieldCount == MAX_FIELDS) {
            return BROKEN;
        }
        if (fieldCount == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fieldCount);
            ends = Arrays.copyOf(ends, 2 * fieldCount);
            doubledQuotes = Arrays.copyOf(doubledQuotes, 2 * fieldCount);
        }
        starts[fieldCount] = start;
        ends[fieldCount] = end;
        doubledQuotes[fieldCount] = doubled;
        fieldCount++;
        return next;
    }

    /** Gives up the row: the next one starts on the following line. */
    private void skipFirstLine() throws IOException {
        broken = true;
        fieldCount = 0;
        tooLarge = false;
        nextLine = line + 1;
        int offset = 0;
        while (available(offset) && at(offset) != '\n' && at(offset) != '\r') {
            offset++;
            if (offset == MAX_ROW_BYTES) {
                rowStart += offset;
                offset = 0;
            }
        }
        rowBytes = afterLineEnd(offset);
    }

    private int afterLineEnd(int offset) throws IOException {
        if (available(offset) && at(offset) == '\r') {
            boolean pair = available(offset + 1) && at(offset + 1) == '\n';
            return offset + (pair ? 2 : 1);
        }
        return offset + (available(offset) ? 1 : 0);
    }

    private boolean endsField(byte letter) {
        return letter == separator || letter == '\n' || letter == '\r';
    }

    private byte at(int offset) {
        return buffer[rowStart + offset];
    }

    /** Whether the row's byte at the offset is there, read if need be. */
    private boolean available(int offset) throws IOException {
        return rowStart + offset < limit || fill(offset);
    }

    private boolean fill(int offset) throws IOException {
        if (offset > MAX_ROW_BYTES) {
            tooLarge = true;
            return false;
        }
        if (rowStart > 0) {
            System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
            limit -= rowStart;
            rowStart = 0;
        }
        while (offset >= limit) {
            if (limit == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }
}
