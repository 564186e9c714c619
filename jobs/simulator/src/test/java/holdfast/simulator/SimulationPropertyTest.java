package holdfast.simulator;

import static holdfast.simulator.RecordTape.DAY_MILLIS;
import static holdfast.simulator.RecordTape.START_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SimulationPropertyTest {
    private static final int DAYS = 40;

    @Property(tries = 60)
    void saysTheSameHoweverTheTimeIsCut(
            @ForAll long seed,
            @ForAll @Size(max = 30) Set<@LongRange(min = 0, max = DAYS * DAY_MILLIS) Long> cuts) {
        SimulationSettings settings = RecordTape.settings(seed, 20);
        Simulation simulation = new Simulation(settings);
        RecordTape stepped = new RecordTape();
        for (long cut : new TreeSet<>(cuts)) {
            simulation.advanceTo(START_MILLIS + cut, stepped::add);
        }
        simulation.advanceTo(START_MILLIS + DAYS * DAY_MILLIS, stepped::add);

        assertThat(stepped.lines()).isEqualTo(RecordTape.of(settings, DAYS).lines());
    }

    @Property(tries = 60)
    void tellsTheTruthWhateverTheSeed(
            @ForAll long seed, @ForAll @IntRange(max = 30) int customers) {
        SimulationSettings settings = RecordTape.settings(seed, customers);
        Simulation simulation = new Simulation(settings);
        List<SimulatedRecord> records = RecordTape.of(settings, DAYS).records();

        for (SimulatedRecord told : records) {
            String key = told.key();
            if (key != null && told.expected().counts()) {
                Customer customer = simulation.truth(key);
                assertThat(customer.isThere(told.eventTimeMillis())).isTrue();
                assertThat(customer.leftMillis()).isLessThanOrEqualTo(customer.returnedMillis());
            }
        }
    }
}
