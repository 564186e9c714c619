package holdfast.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes one flat-footed JSON document after another into a buffer that it keeps.
 *
 * <p>The caller sees to commas by beginning fields only with {@link #field}. Not thread-safe.
 */
final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long DAY_MILLIS = 86_400_000;

    private byte[] bytes = new byte[512];
    private int size;
    private boolean fresh;
    private long dayWritten = Long.MIN_VALUE;
    private byte[] dayText = new byte[0];

    JsonWriter begin() {
        size = 0;
        return open();
    }

    /** Opens an object: the document's, or the value of the field just begun. */
    JsonWriter open() {
        put('{');
        fresh = true;
        return this;
    }

    JsonWriter close() {
        put('}');
        fresh = false;
        return this;
    }

    /** Begins a field; the name must need no escape. */
    JsonWriter field(String name) {
        if (!fresh) {
            put(',');
        }
        fresh = false;
        put('"');
        raw(name);
        put('"');
        put(':');
        return this;
    }

    /** A string, escaped; what is not ASCII becomes escapes of its UTF-16 units. */
    JsonWriter text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c < 0x20 || c > 0x7e) {
                escape(c);
            } else {
                put(c);
            }
        }
        put('"');
        return this;
    }

    JsonWriter number(long number) {
        if (number < 0) {
            put('-');
        }
        digits(Math.abs(number), 1);
        return this;
    }

    /** An amount that is not negative, in major units with two decimals. */
    JsonWriter money(long minor) {
        digits(minor / 100, 1);
        put('.');
        digits(minor % 100, 2);
        return this;
    }

    /** An instant of the years 1970 to 9999 as ISO-8601 text in UTC with milliseconds. */
    JsonWriter instant(long millis) {
        long day = Math.floorDiv(millis, DAY_MILLIS);
        if (day != dayWritten) {
            dayText = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
            dayWritten = day;
        }
        long rest = Math.floorMod(millis, DAY_MILLIS);
        put('"');
        for (byte letter : dayText) {
            put(letter);
        }
        put('T');
        digits(rest / 3_600_000, 2);
        put(':');
        digits(rest / 60_000 % 60, 2);
        put(':');
        digits(rest / 1000 % 60, 2);
        put('.');
        digits(rest % 1000, 3);
        put('Z');
        put('"');
        return this;
    }

    /** ASCII text as it stands, such as a literal. */
    JsonWriter raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void escape(char c) {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[c >> shift & 0xf]);
        }
    }

    private void digits(long number, int least) {
        int places = least;
        for (long bound = powerOfTen(least); number >= bound && places < 19; bound *= 10) {
            places++;
        }
        for (long unit = powerOfTen(places - 1); unit > 0; unit /= 10) {
            put('0' + (int) (number / unit % 10));
        }
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private void put(int letter) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) letter;
    }
}
