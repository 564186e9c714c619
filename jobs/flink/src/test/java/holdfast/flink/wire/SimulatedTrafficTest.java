package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.simulator.Expected;
import holdfast.simulator.SimulatedRecord;
import holdfast.simulator.Simulation;
import holdfast.simulator.SimulationSettings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulator's truth about each record against what the edge makes of its bytes. */
class SimulatedTrafficTest {
    private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long DAYS_MILLIS = 40 * 86_400_000L;

    private final Map<SourceKind, Normalizer> normalizers = new EnumMap<>(SourceKind.class);
    private final Map<Expected, Integer> seen = new EnumMap<>(Expected.class);

    @Test
    void makesOfEachRecordWhatItIs() {
        new Simulation(SimulationSettings.demo(7, START, 2_000))
                .advanceTo(START + DAYS_MILLIS, this::check);

        assertThat(seen).containsOnlyKeys(Expected.values());
    }

    private void check(SimulatedRecord record) {
        Origin origin = new Origin("any", 0, 0, record.kafkaTimestampMillis());
        Arrival arrival =
                normalizers
                        .computeIfAbsent(record.source(), TestingWire::normalizer)
                        .arrival(origin, record.value());

        seen.merge(record.expected(), 1, Integer::sum);
        switch (record.expected()) {
            case GOOD, LATE -> {
                assertThat(arrival.kind()).as(arrival.toString()).isEqualTo(Arrival.Kind.ACTIVITY);
                assertThat(arrival.customerId()).isEqualTo(record.key());
                assertThat(arrival.timeMillis()).isEqualTo(record.eventTimeMillis());
                assertThat(arrival.activity().messageHash()).isNotZero();
            }
            case DUPLICATE -> assertThat(arrival.kind()).isEqualTo(Arrival.Kind.ACTIVITY);
            case ANONYMOUS -> assertThat(arrival.kind()).isEqualTo(Arrival.Kind.UNIDENTIFIED);
            case BROKEN -> assertThat(arrival.kind()).isEqualTo(Arrival.Kind.REJECTED);
            case EMPTY -> refused(arrival, RejectReason.EMPTY_VALUE);
            case FUTURE -> refused(arrival, RejectReason.TIME_IN_FUTURE);
            case SECONDS -> refused(arrival, RejectReason.TIME_IN_SECONDS);
            case OTHER_CURRENCY -> refused(arrival, RejectReason.OTHER_CURRENCY);
        }
    }

    private static void refused(Arrival arrival, RejectReason reason) {
        assertThat(arrival.reason()).isEqualTo(reason);
    }
}
