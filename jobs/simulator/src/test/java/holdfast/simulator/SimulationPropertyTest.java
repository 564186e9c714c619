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

    /** Cut anywhere, and just where something happens. */
    @Property(tries = 60)
    void saysTheSameHoweverTheTimeIsCut(
            @ForAll long seed,
            @ForAll @Size(max = 30) Set<@LongRange(min = 0, max = DAYS * DAY_MILLIS) Long> cuts,
            @ForAll @Size(max = 30) Set<@IntRange(max = 100_000) Integer> picks) {
        SimulationSettings settings = RecordTape.settings(seed, 20);
        RecordTape whole = RecordTape.of(settings, DAYS);
        TreeSet<Long> instants = new TreeSet<>();
        cuts.forEach(cut -> instants.add(START_MILLIS + cut));
        picks.forEach(pick -> instants.add(nextTo(whole.records(), pick)));
        Simulation simulation = new Simulation(settings);
        RecordTape stepped = new RecordTape();
        for (long instant : instants) {
            simulation.advanceTo(instant, stepped::add);
        }
        simulation.advanceTo(START_MILLIS + DAYS * DAY_MILLIS, stepped::add);

        assertThat(stepped.lines()).isEqualTo(whole.lines());
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

    /** The instant of a record, or a millisecond before or after it. */
    private static long nextTo(List<SimulatedRecord> records, int pick) {
        long atMillis = records.get(pick % records.size()).kafkaTimestampMillis() + pick % 3 - 1;
        return Math.min(Math.max(atMillis, START_MILLIS), START_MILLIS + DAYS * DAY_MILLIS);
    }
}
