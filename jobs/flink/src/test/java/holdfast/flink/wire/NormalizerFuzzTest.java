package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.avro;
import static holdfast.flink.wire.TestingWire.avroEvent;
import static holdfast.flink.wire.TestingWire.json;
import static holdfast.flink.wire.TestingWire.normalizer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Throws broken records at the edge; a failure prints the seed and the record. */
class NormalizerFuzzTest {
    private static final int ROUNDS = 40_000 * Integer.getInteger("holdfast.scale", 1);

    private static final byte[] SEGMENT =
            json(
                    """
                    {'type':'track','userId':'c1','event':'Order Completed','messageId':'m-7',
                     'timestamp':'2024-03-01T11:00:00.000Z','context':{'page':{'url':'/ä'}},
                     'properties':{'products':[{'price':9e0}],'total':-12.5,'currency':'EUR'}}""");
    private static final byte[] CONTROL =
            json("{'action':'SUPPRESS','customer_id':'c1','until':'2024-06-01T00:00:00Z'}");
    private static final byte[] AVRO = avro(avroEvent().setRefersToTime(null).build());

    private final Set<RejectReason> seen = EnumSet.noneOf(RejectReason.class);

    @Test
    void survivesRandomBytes() {
        run(
                1,
                random -> {
                    byte[] value = new byte[random.nextInt(64)];
                    random.nextBytes(value);
                    return value;
                });

        assertThat(seen).contains(RejectReason.UNKNOWN_FORMAT, RejectReason.EMPTY_VALUE);
    }

    @Test
    void survivesRandomBytesBehindASoundStart() {
        run(
                2,
                random -> {
                    byte[] value = Arrays.copyOf(AVRO, 10 + random.nextInt(64));
                    for (int i = 10; i < value.length; i++) {
                        value[i] = (byte) random.nextInt();
                    }
                    return value;
                });

        assertThat(seen).contains(RejectReason.BROKEN_AVRO);
    }

    @Test
    void survivesDamagedJson() {
        run(3, random -> Damage.damaged(SEGMENT, random));

        assertThat(seen).contains(RejectReason.BROKEN_JSON, RejectReason.BAD_TIME);
    }

    @Test
    void survivesDamagedOrders() {
        run(4, random -> Damage.damaged(CONTROL, random));

        assertThat(seen).contains(RejectReason.BROKEN_JSON);
    }

    @Test
    void survivesDamagedAvro() {
        run(5, random -> Damage.damaged(AVRO, random));

        assertThat(seen).contains(RejectReason.BROKEN_AVRO, RejectReason.UNKNOWN_SCHEMA);
    }

    private interface Source {
        byte[] next(SplittableRandom random);
    }

    private void run(long seed, Source source) {
        SplittableRandom random = new SplittableRandom(seed);
        SourceKind[] kinds = SourceKind.values();
        Normalizer[] normalizers = new Normalizer[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            normalizers[i] = normalizer(kinds[i]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            byte[] value = source.next(random);
            byte[] copy = value.clone();
            try {
                check(normalizers[random.nextInt(kinds.length)].arrival(ORIGIN, value), copy);
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed + ", record " + HexFormat.of().formatHex(copy), e);
            }
        }
    }

    private void check(Arrival arrival, byte[] original) {
        switch (arrival.kind()) {
            case REJECTED -> {
                seen.add(arrival.reason());
                assertThat(arrival.bytes()).isEqualTo(original);
                assertThat(arrival.detail()).isNotEmpty().hasSizeLessThan(200);
            }
            case ACTIVITY -> checkActivity(arrival.activity());
            case UNIDENTIFIED -> assertThat(arrival.customerId()).isEmpty();
            case CONTROL -> assertThat(arrival.order().untilMillis()).isNotNegative();
            case TICK -> fail("no tick was sent");
        }
    }

    private static void checkActivity(Activity activity) {
        assertThat(activity.customerId()).isNotBlank().hasSizeLessThanOrEqualTo(128);
        assertThat(activity.name()).isNotBlank().hasSizeLessThanOrEqualTo(128);
        assertThat(activity.timeMillis())
                .isBetween(
                        WireLimits.TIME_MILLIS_MIN,
                        TestingWire.NOW + TestingWire.LIMITS.skewMillis());
        assertThat(activity.amountMinor())
                .isBetween(-WireLimits.AMOUNT_MINOR_MAX, WireLimits.AMOUNT_MINOR_MAX);
    }
}
