package holdfast.app.kafka;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.ManualClock;

/** A reader's partitions, whose clocks are asked every 200 ms. */
final class TestingReader {

    private static final long START = 1_790_000_000_000L;
    static final long STEP_MILLIS = 200;

    /** How far behind records are that are read from a backlog. */
    static final long BACKLOG_MILLIS = 3_600_000;

    /** Until a time that has passed is noticed: it counts from being asked, to beyond the limit. */
    static final long NOTICED_MILLIS = 3 * STEP_MILLIS;

    private static final Idleness IDLENESS =
            new Idleness(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final ManualClock activity = new ManualClock(1_000_000);
    private final EventReader reader = new EventReader(this::nowMillis);
    private final List<Partition> partitions = new ArrayList<>();
    private long passedMillis;

    Partition partition() {
        Partition added = new Partition();
        partitions.add(added);
        return added;
    }

    private long nowMillis() {
        return START + passedMillis;
    }

    /** Lets time pass without a record. */
    void rest(long millis) {
        for (long passed = 0; passed < millis; passed += STEP_MILLIS) {
            activity.advanceTime(Duration.ofMillis(STEP_MILLIS));
            passedMillis += STEP_MILLIS;
            partitions.forEach(Partition::ask);
        }
    }

    /** One of them. */
    final class Partition implements WatermarkOutput {

        private final ArrivalWatermarks clock =
                new ArrivalWatermarks(new EventClock(500), reader, IDLENESS, activity);
        private boolean idle;

        /** Reads a record that reached Kafka so long ago. */
        void read(long ageMillis) {
            long atMillis = nowMillis() - ageMillis;
            Activity event = new Activity("c-1", atMillis, "view", 0, 0, 0, SourceKind.CLICKSTREAM);
            clock.onEvent(Arrival.activity(origin(atMillis), event), atMillis, this);
        }

        /** Reads old records for so long. */
        void readFor(long millis) {
            for (long passed = 0; passed < millis; passed += STEP_MILLIS) {
                read(BACKLOG_MILLIS);
                rest(STEP_MILLIS);
            }
        }

        /** Reads records that are refused for so long. */
        void refuseFor(long millis) {
            for (long passed = 0; passed < millis; passed += STEP_MILLIS) {
                clock.onEvent(refused(), START, this);
                rest(STEP_MILLIS);
            }
        }

        boolean isIdle() {
            return idle;
        }

        private void ask() {
            clock.onPeriodicEmit(this);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }

    private static Arrival refused() {
        return Arrival.rejected(
                origin(START),
                SourceKind.CLICKSTREAM,
                RejectReason.BROKEN_JSON,
                "no braces",
                new byte[0]);
    }

    private static Origin origin(long atMillis) {
        return new Origin("clickstream.events.v1", 0, 0, atMillis);
    }
}
