package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class IsoInstantPropertyTest {
    /** Milliseconds of the years 0 to 9999. */
    private static final long FIRST = -62_167_219_200_000L;

    private static final long LAST = 253_402_300_799_999L;

    @Property
    void agreesWithJavaTime(
            @ForAll @LongRange(min = FIRST + 86_400_000, max = LAST - 86_400_000) long millis,
            @ForAll @IntRange(min = -1079, max = 1079) int offsetMinutes) {
        Instant instant = Instant.ofEpochMilli(millis);
        OffsetDateTime shifted = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

        assertThat(IsoInstant.parse(instant.toString())).isEqualTo(millis);
        assertThat(IsoInstant.parse(shifted.toString())).isEqualTo(millis);
    }

    @Property
    void takesExactlyTheDaysThatExist(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(min = 0, max = 13) int month,
            @ForAll @IntRange(min = 0, max = 32) int day) {
        assertThat(IsoInstant.parse("%04d-%02d-%02d".formatted(year, month, day)))
                .isEqualTo(midnightMillis(year, month, day));
    }

    @Property
    void neverThrows(@ForAll String text) {
        assertThat(IsoInstant.parse(text)).isEqualTo(IsoInstant.INVALID);
        assertThat(IsoInstant.parse("2024-03-01T" + text)).isBetween(Long.MIN_VALUE, LAST);
    }

    private static long midnightMillis(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return IsoInstant.INVALID;
        }
    }
}
