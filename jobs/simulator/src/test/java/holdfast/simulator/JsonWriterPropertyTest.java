package holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class JsonWriterPropertyTest {
    private final JsonWriter json = new JsonWriter();

    @Property
    void writesInstantsThatReadBack(@ForAll @LongRange(max = 253_402_300_799_999L) long millis) {
        String text = written(json.begin().field("t").instant(millis).close());

        assertThat(Instant.parse(text.substring(6, 30)).toEpochMilli()).isEqualTo(millis);
        assertThat(text).hasSize(32);
    }

    @Property
    void writesNumbersThatReadBack(
            @ForAll @LongRange(min = -Long.MAX_VALUE, max = Long.MAX_VALUE) long number) {
        String text = written(json.begin().field("n").number(number).close());

        assertThat(text).isEqualTo("{\"n\":" + number + "}");
    }

    private static String written(JsonWriter json) {
        return new String(json.toBytes(), StandardCharsets.US_ASCII);
    }
}
