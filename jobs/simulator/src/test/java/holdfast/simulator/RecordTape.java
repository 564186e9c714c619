package holdfast.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that a simulation handed out, in order. */
final class RecordTape {
    static final long START_MILLIS = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();
    static final long DAY_MILLIS = 86_400_000;

    private final List<SimulatedRecord> records = new ArrayList<>();

    static SimulationSettings settings(long seed, int customers) {
        return SimulationSettings.demo(seed, START_MILLIS, customers)
                .withFaults(FaultRates.heavy());
    }

    static RecordTape of(SimulationSettings settings, int days) {
        RecordTape tape = new RecordTape();
        new Simulation(settings).advanceTo(settings.startMillis() + days * DAY_MILLIS, tape::add);
        return tape;
    }

    void add(SimulatedRecord added) {
        records.add(added);
    }

    List<SimulatedRecord> records() {
        return records;
    }

    List<SimulatedRecord> that(Predicate<SimulatedRecord> test) {
        return records.stream().filter(test).toList();
    }

    /** One line a record, with all that it says. */
    List<String> lines() {
        return records.stream().map(RecordTape::line).toList();
    }

    static String line(SimulatedRecord told) {
        return told.source()
                + " "
                + told.key()
                + " "
                + told.kafkaTimestampMillis()
                + " "
                + told.eventTimeMillis()
                + " "
                + told.expected()
                + " "
                + text(told);
    }

    static String text(SimulatedRecord told) {
        return new String(told.value(), StandardCharsets.ISO_8859_1);
    }
}
