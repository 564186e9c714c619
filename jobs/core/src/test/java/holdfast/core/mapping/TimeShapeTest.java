package holdfast.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeShapeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T10:00:00Z, ZONED, 2026-11-03T10:00:00Z",
        "2026-11-03T10:00:00.123+02:00, ZONED, 2026-11-03T08:00:00Z",
        "2026-11-03 10:00:00 UTC, ZONED, 2026-11-03T10:00:00Z",
        "2026-11-03 10:00, LOCAL, 2026-11-03T10:00:00Z",
        "2026-11-03, DATE, 2026-11-03T00:00:00Z",
        "1793700000, SECONDS, 2026-11-03T10:00:00Z",
        "1793700000.25, SECONDS, 2026-11-03T10:00:00Z",
        "1793700000000, MILLIS, 2026-11-03T10:00:00Z",
        "1793700000000000, MICROS, 2026-11-03T10:00:00Z",
        "1793700000000000000, NANOS, 2026-11-03T10:00:00Z",
        "31.12.2026 10:00, DAY_FIRST, 2026-12-31T10:00:00Z",
        "12/31/2026, MONTH_FIRST, 2026-12-31T00:00:00Z",
    })
    void knowsEachWritingByOneShapeAlone(String text, TimeShape expected, Instant instant) {
        List<TimeShape> shapes = new ArrayList<>();
        for (TimeShape shape : TimeShape.values()) {
            if (shape.millis(text).isPresent()) {
                shapes.add(shape);
            }
        }

        assertThat(shapes).containsExactly(expected);
        assertThat(expected.millis(text)).hasValue(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "28195",
                "4711",
                "2026-13-01",
                "2026-02-30T10:00:00Z",
                "99999999999999999999",
                "9223372036854775808",
                "32.01.2026",
                "1.1.26",
                "2026-11-03T25:00:00Z",
                "-1793700000"
            })
    void takesNothingElseForATime(String text) {
        for (TimeShape shape : TimeShape.values()) {
            assertThat(shape.millis(text)).as(shape.name()).isEmpty();
        }
    }
}
