package holdfast.app.kafka;

import holdfast.flink.wire.Arrival;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness.IdlenessTimer;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Lets a partition's time follow its good events.
 *
 * <p>A record that is refused neither moves time nor counts as a sign of life: a partition of
 * nothing but broken records is idle and holds nobody back.
 */
final class ArrivalWatermarks implements WatermarkGenerator<Arrival> {

    private final EventClock clock;
    private final EventReader reader;
    private final PartitionTurn turn;
    private final IdlenessTimer whenCaughtUp;
    private final IdlenessTimer whenBehind;
    private final long behindMillis;
    private boolean behind = true;

    ArrivalWatermarks(
            EventClock clock, EventReader reader, Idleness idleness, RelativeClock activity) {
        this.clock = clock;
        this.reader = reader;
        this.turn = new PartitionTurn(reader, idleness.unread(), activity);
        this.whenCaughtUp = new IdlenessTimer(activity, idleness.caughtUp());
        this.whenBehind = new IdlenessTimer(activity, idleness.behind());
        this.behindMillis = idleness.behind().toMillis();
    }

    @Override
    public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
        long nowMillis = reader.nowMillis();
        long atMillis = arrival.origin().timestampMillis();
        turn.read(atMillis, nowMillis);
        switch (arrival.kind()) {
            case ACTIVITY, UNIDENTIFIED -> {
                clock.onEvent(arrival.timeMillis());
                behind = nowMillis - atMillis > behindMillis;
                whenCaughtUp.activity();
                whenBehind.activity();
                turn.waitAnew();
            }
            case CONTROL, TICK, REJECTED -> {}
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (isIdle()) {
            output.markIdle();
        } else {
            output.emitWatermark(new Watermark(clock.watermarkMillis()));
        }
    }

    /** Asks all three in either case, for they count time from being asked. */
    private boolean isIdle() {
        boolean longForCaughtUp = whenCaughtUp.checkIfIdle();
        boolean longForBehind = whenBehind.checkIfIdle();
        boolean waiting = turn.isWaiting();
        return behind ? longForBehind && !waiting : longForCaughtUp;
    }
}
