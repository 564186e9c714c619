package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class EventEncoderPropertyTest {
    private static final long AMOUNT_MAX = WireLimits.AMOUNT_MINOR_MAX;

    @Property
    void writesWhatTheEdgeReadsBack(
            @ForAll @NotBlank @StringLength(max = 128) String customerId,
            @ForAll @NotBlank @StringLength(max = 128) String name,
            @ForAll @LongRange(min = WireLimits.TIME_MILLIS_MIN + 1, max = 1_709_290_800_000L)
                    long timeMillis,
            @ForAll @LongRange(min = -AMOUNT_MAX, max = AMOUNT_MAX) long amountMinor) {
        Activity activity =
                new Activity(
                        customerId,
                        timeMillis,
                        name,
                        amountMinor,
                        amountMinor < 0 ? WireLimits.TIME_MILLIS_MIN : 0,
                        Hashes.hash64("m-1"),
                        SourceKind.TRANSACTION);
        for (String currency : new String[] {"EUR", "JPY", "KWD"}) {
            byte[] json =
                    new EventEncoder(Currency.getInstance(currency)).segmentJson(activity, "m-1");

            Arrival arrival =
                    TestingWire.normalizer(SourceKind.TRANSACTION, currency)
                            .arrival(TestingWire.ORIGIN, json);

            assertThat(arrival.kind()).as(arrival.toString()).isEqualTo(Arrival.Kind.ACTIVITY);
            assertThat(arrival.activity()).isEqualTo(activity);
        }
    }
}
