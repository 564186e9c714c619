package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DaysPropertyTest {
    @Property
    void agreesWithJavaTimeAtAnyInstant(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = -2_000_000_000_000L, max = 6_000_000_000_000L) long millis) {
        assertThat(Days.in(zone).dayOf(millis)).isEqualTo(dayByJavaTime(zone, millis));
    }

    @Property
    void agreesWithJavaTimeAroundEveryChangeOfTheClock(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 0, max = 4_102_444_799L) long fromSecond) {
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(Instant.ofEpochSecond(fromSecond));
        if (change == null) {
            return;
        }
        Days days = Days.in(zone);
        long changeMillis = change.toEpochSecond() * 1_000;
        for (long hour = -25; hour <= 25; hour++) {
            for (long millis : new long[] {-1, 0, 1}) {
                long at = changeMillis + hour * 3_600_000 + millis;
                assertThat(days.dayOf(at)).isEqualTo(dayByJavaTime(zone, at));
            }
        }
    }

    @Property
    void startsEachDayWhereJavaTimeDoes(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 0, max = 47_000) int day) {
        long start = Days.in(zone).startOfDay(day);

        assertThat(start)
                .isEqualTo(LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond() * 1_000);
        assertThat(Days.in(zone).dayOf(start)).isGreaterThanOrEqualTo(day);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        List<String> ids = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return Arbitraries.of(ids).map(ZoneId::of);
    }

    private static long dayByJavaTime(ZoneId zone, long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toEpochDay();
    }
}
