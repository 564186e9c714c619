package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickClockTest {

    private static final long SECOND = 1_000;
    private static final long START = 1_000_000;

    private final TickClock clock = new TickClock(new TickPace(SECOND, 30 * SECOND), 500);

    @Test
    void timeStandsStillUntilTicksHaveBeenContinuousForTheSettleTime() {
        tickEverySecond(START, START + 29 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(TickClock.NOT_STARTED);

        tick(START + 30 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(START + 30 * SECOND - 501);
    }

    @Test
    void timeMovesWithEachTickOnceSettled() {
        tickEverySecond(START, START + 60 * SECOND);

        assertThat(clock.watermarkMillis()).isEqualTo(START + 60 * SECOND - 501);
    }

    @Test
    void afterAGapTimeWaitsForTheSettleTimeWithoutGoingBack() {
        tickEverySecond(START, START + 60 * SECOND);
        long before = clock.watermarkMillis();
        long back = START + 180 * SECOND;

        tickEverySecond(back, back + 29 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(before);

        tick(back + 30 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(back + 30 * SECOND - 501);
    }

    @Test
    void aGapWhileSettlingStartsTheWaitAnew() {
        tickEverySecond(START, START + 20 * SECOND);
        tickEverySecond(START + 40 * SECOND, START + 69 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(TickClock.NOT_STARTED);

        tick(START + 70 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(START + 70 * SECOND - 501);
    }

    @Test
    void fiveMissedTicksAreNoGapButSixAre() {
        tickEverySecond(START, START + 30 * SECOND);

        tick(START + 35 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(START + 35 * SECOND - 501);

        tick(START + 41 * SECOND);
        assertThat(clock.watermarkMillis()).isEqualTo(START + 35 * SECOND - 501);
    }

    @Test
    void aBurstOfTicksThatWaitedProvesNothing() {
        tickEverySecond(START, START + 60 * SECOND);
        long before = clock.watermarkMillis();
        long back = START + 180 * SECOND;

        for (int i = 0; i < 120; i++) {
            tick(back + i / 10);
        }

        assertThat(clock.watermarkMillis()).isEqualTo(before);
    }

    @Test
    void anOldTickChangesNothing() {
        tickEverySecond(START, START + 60 * SECOND);
        long before = clock.watermarkMillis();

        tick(START);
        tick(START + 59 * SECOND);

        assertThat(clock.watermarkMillis()).isEqualTo(before);
    }

    @Test
    void aFastClockSettlesAfterAsManyTicks() {
        long day = 86_400 * SECOND;
        for (int i = 0; i < 30; i++) {
            clock.onTick(START + i * day, day);
        }
        assertThat(clock.watermarkMillis()).isEqualTo(TickClock.NOT_STARTED);

        clock.onTick(START + 30 * day, day);
        assertThat(clock.watermarkMillis()).isEqualTo(START + 30 * day - 501);
    }

    @Test
    void withoutASettleTimeTheFirstTickCounts() {
        TickClock eager = new TickClock(new TickPace(SECOND, 0), 500);

        eager.onTick(START, SECOND);

        assertThat(eager.watermarkMillis()).isEqualTo(START - 501);
    }

    private void tickEverySecond(long fromMillis, long toMillis) {
        for (long time = fromMillis; time <= toMillis; time += SECOND) {
            tick(time);
        }
    }

    private void tick(long timeMillis) {
        clock.onTick(timeMillis, SECOND);
    }
}
