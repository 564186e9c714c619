package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.LIMITS;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Mapping;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Throws broken records and broken schemas at the edge; a failure prints what was thrown. */
class NormalizerRegistryFuzzTest {
    private static final int SCALE = Integer.getInteger("holdfast.scale", 1);
    private static final int RECORDS = 40_000 * SCALE;
    private static final int SCHEMAS = 4_000 * SCALE;
    private static final int ID = 3;

    private final TestingSchemas schemas = new TestingSchemas().with(ID, TestingOrders.SCHEMA);
    private final byte[] sound = TestingSchemas.framed(ID, TestingOrders.order(schemas.parsed(ID)));
    private final Set<RejectReason> seen = EnumSet.noneOf(RejectReason.class);

    @Test
    void survivesDamagedRecords() {
        SplittableRandom random = new SplittableRandom(1);
        Normalizer normalizer = normalizer(schemas);

        for (int round = 0; round < RECORDS; round++) {
            check(normalizer, Damage.damaged(sound, random));
        }

        assertThat(seen).contains(RejectReason.BROKEN_AVRO, RejectReason.UNKNOWN_SCHEMA);
    }

    @Test
    void survivesRandomBytesBehindAKnownId() {
        SplittableRandom random = new SplittableRandom(2);
        Normalizer normalizer = normalizer(schemas);

        for (int round = 0; round < RECORDS; round++) {
            byte[] value = Arrays.copyOf(sound, 5 + random.nextInt(80));
            for (int i = 5; i < value.length; i++) {
                value[i] = (byte) random.nextInt();
            }
            check(normalizer, value);
        }

        assertThat(seen).contains(RejectReason.BROKEN_AVRO);
    }

    @Test
    void survivesDamagedSchemas() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] text = TestingOrders.SCHEMA.getBytes(StandardCharsets.UTF_8);

        Normalizer normalizer = normalizer(schemas);

        for (int id = ID + 1; id < SCHEMAS; id++) {
            byte[] damaged = Damage.damaged(text, random);
            schemas.with(id, new String(damaged, StandardCharsets.UTF_8));
            byte[] value = sound.clone();
            ByteBuffer.wrap(value).putInt(1, id);
            check(normalizer, value);
        }

        assertThat(seen).contains(RejectReason.UNKNOWN_SCHEMA, RejectReason.NO_EVENT_NAME);
    }

    private void check(Normalizer normalizer, byte[] value) {
        byte[] copy = value.clone();
        try {
            Arrival arrival = normalizer.arrival(ORIGIN, value);
            if (arrival.kind() == Arrival.Kind.REJECTED) {
                seen.add(arrival.reason());
                assertThat(arrival.bytes()).isEqualTo(copy);
                assertThat(arrival.detail()).isNotEmpty().hasSizeLessThan(200);
            }
        } catch (RuntimeException | AssertionError e) {
            fail("record " + HexFormat.of().formatHex(copy), e);
        }
    }

    private static Normalizer normalizer(SchemaSource schemas) {
        return Normalizer.of(
                SourceKind.TRANSACTION,
                Mapping.DEFAULT,
                Currency.getInstance("EUR"),
                LIMITS,
                schemas);
    }
}
