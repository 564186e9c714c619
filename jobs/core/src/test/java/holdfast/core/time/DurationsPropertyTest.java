package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DurationsPropertyTest {
    @Property
    void readsBackWhatItPrints(@ForAll @LongRange(min = 0, max = 400_000_000_000L) long millis) {
        assertThat(Durations.parseMillis(Durations.print(millis))).isEqualTo(millis);
    }
}
