package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final Days BERLIN = Days.in(ZoneId.of("Europe/Berlin"));

    @Test
    void beginsADayAtLocalMidnight() {
        long midnight = Instant.parse("2026-06-30T22:00:00Z").toEpochMilli();
        long day = LocalDate.of(2026, 7, 1).toEpochDay();

        assertThat(BERLIN.dayOf(midnight)).isEqualTo(day);
        assertThat(BERLIN.dayOf(midnight - 1)).isEqualTo(day - 1);
        assertThat(BERLIN.startOfDay(day)).isEqualTo(midnight);
    }

    @Test
    void keepsADayWholeWhenTheClockChanges() {
        long day = LocalDate.of(2026, 10, 25).toEpochDay();
        long start = BERLIN.startOfDay(day);

        assertThat(BERLIN.startOfDay(day + 1) - start).isEqualTo(25 * 3_600_000L);
        assertThat(BERLIN.dayOf(start + 25 * 3_600_000L - 1)).isEqualTo(day);
        assertThat(BERLIN.dayOf(start + 25 * 3_600_000L)).isEqualTo(day + 1);
    }

    @Test
    void beginsADayAfterALeapOverMidnight() {
        Days saoPaulo = Days.in(ZoneId.of("America/Sao_Paulo"));
        long day = LocalDate.of(2018, 11, 4).toEpochDay();

        assertThat(saoPaulo.dayOf(saoPaulo.startOfDay(day))).isEqualTo(day);
        assertThat(saoPaulo.dayOf(saoPaulo.startOfDay(day) - 1)).isEqualTo(day - 1);
    }

    @Test
    void countsFromTheFirstDayOf1970() {
        Days utc = Days.in(ZoneOffset.UTC);

        assertThat(utc.dayOf(0)).isZero();
        assertThat(utc.dayOf(-1)).isEqualTo(-1);
        assertThat(utc.dayOf(Days.DAY_MILLIS - 1)).isZero();
        assertThat(utc.dayOf(Days.DAY_MILLIS)).isEqualTo(1);
    }
}
