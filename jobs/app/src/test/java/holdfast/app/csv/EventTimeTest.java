package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2011-05-15, 2011-05-15T00:00:00Z",
        "2011-05-15 08:26, 2011-05-15T08:26:00Z",
        "2011-05-15 08:26:07, 2011-05-15T08:26:07Z",
        "2011-05-15T08:26:07Z, 2011-05-15T08:26:07Z",
        "2011-05-15T08:26:07.1Z, 2011-05-15T08:26:07.100Z",
        "2011-05-15T08:26:07.123999, 2011-05-15T08:26:07.123Z",
        "2011-05-15T08:26:07+02:00, 2011-05-15T06:26:07Z",
        "2011-05-15 08:26:07 -0330, 2011-05-15T11:56:07Z",
        "2011-05-15T08:26+02, 2011-05-15T06:26:00Z",
        "2011-05-15 08:26:07 UTC, 2011-05-15T08:26:07Z",
        "2012-02-29, 2012-02-29T00:00:00Z",
        "2000-02-29, 2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void readsTheTimesThatLogsUse(String text, Instant expected) {
        assertThat(millis(text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2011",
                "2011-5-15",
                "15.05.2011",
                "2011-13-01",
                "2011-00-10",
                "2011-04-31",
                "2011-02-29",
                "1900-02-29",
                "2011-05-00",
                "2011-05-15x",
                "2011-05-15T",
                "2011-05-15T24:00",
                "2011-05-15T08:60",
                "2011-05-15T08:26:60",
                "2011-05-15T08:26:07.",
                "2011-05-15T08:26+2",
                "2011-05-15T08:26+19:00",
                "2011-05-15T08:26 CET",
                "1305448000",
                "0000-01-01",
                "-001-01-01"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(millis(text)).isEqualTo(EventTime.UNREADABLE);
    }

    @Test
    void agreesWithTheCalendarOnEveryDayOfFourCenturies() {
        LocalDate day = LocalDate.of(1800, 1, 1);
        for (; day.getYear() < 2200; day = day.plusDays(1)) {
            long expected = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            assertThat(millis(day.toString())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 1305448007, 2011-05-15T08:26:47Z",
        "SECONDS, 1305448007.25, 2011-05-15T08:26:47.250Z",
        "SECONDS, 1305448007.1239, 2011-05-15T08:26:47.123Z",
        "MILLIS, 1305448007123, 2011-05-15T08:26:47.123Z",
        "MILLIS, 1305448007123.0, 2011-05-15T08:26:47.123Z",
        "MICROS, 1305448007123456, 2011-05-15T08:26:47.123Z",
        "MILLIS, 2011-05-15 08:26, 2011-05-15T08:26:00Z",
        "DMY, 15.05.2011, 2011-05-15T00:00:00Z",
        "DMY, 5.5.2011 08:26:07, 2011-05-05T08:26:07Z",
        "DMY, 15/05/2011 08:26 +02:00, 2011-05-15T06:26:00Z",
        "MDY, 5/15/2011 08:26, 2011-05-15T08:26:00Z",
    })
    void readsOtherFormsWhenTold(TimeForm form, String text, Instant expected) {
        assertThat(millis(text, form)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, -1",
        "SECONDS, 1.2.3",
        "SECONDS, 9999999999999999999",
        "SECONDS, 99999999999999999999",
        "DMY, 31.02.2011",
        "DMY, 15.05/2011",
        "DMY, 15.05.11",
        "DMY, 2011-05-15",
        "DMY, 15",
        "MDY, 15/05/2011",
    })
    void refusesWhatIsNoTimeInThatForm(TimeForm form, String text) {
        assertThat(millis(text, form)).isEqualTo(EventTime.UNREADABLE);
    }

    private static long millis(String text) {
        return millis(text, TimeForm.ISO);
    }

    private static long millis(String text, TimeForm form) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return EventTime.millis(bytes, 1, bytes.length - 1, form);
    }
}
