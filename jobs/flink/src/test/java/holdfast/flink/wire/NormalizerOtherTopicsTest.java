package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.LIMITS;
import static holdfast.flink.wire.TestingWire.NOW;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.avro;
import static holdfast.flink.wire.TestingWire.json;
import static holdfast.flink.wire.TestingWire.normalizer;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.schemas.v1.Control;
import holdfast.schemas.v1.Disposition;
import holdfast.schemas.v1.RetentionOutcome;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerOtherTopicsTest {
    @Test
    void readsAProfile() {
        Arrival arrival =
                read(
                        SourceKind.PROFILE,
                        "{'customer_id':'c1','event_time':'2024-02-01','attributes':{'plan':'pro'}}");

        assertThat(arrival.activity().name()).isEqualTo(Normalizer.PROFILE_NAME);
        assertThat(arrival.source()).isEqualTo(SourceKind.PROFILE);
        assertThat(arrival.timeMillis())
                .isEqualTo(Instant.parse("2024-02-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void needsTheTimeOfAProfile() {
        assertThat(read(SourceKind.PROFILE, "{'customer_id':'c1'}").reason())
                .isEqualTo(RejectReason.NO_TIME);
        assertThat(read(SourceKind.PROFILE, "{'event_time':'2024-02-01'}").kind())
                .isEqualTo(Arrival.Kind.UNIDENTIFIED);
    }

    @Test
    void readsAnOutcomeAtItsKafkaTimestampWhenItSaysNoTime() {
        Arrival arrival =
                read(
                        SourceKind.OUTCOME,
                        "{'customer_id':'c1','disposition':'SAVED','alert_id':'a'}");

        assertThat(arrival.activity().name()).isEqualTo("SAVED");
        assertThat(arrival.timeMillis()).isEqualTo(NOW);
        assertThat(
                        normalizer(SourceKind.OUTCOME)
                                .arrival(
                                        ORIGIN,
                                        avro(
                                                RetentionOutcome.newBuilder()
                                                        .setCustomerId("c1")
                                                        .setDisposition(Disposition.SAVED)
                                                        .build())))
                .isEqualTo(arrival);
    }

    @Test
    void refusesAnOutcomeWithoutAKnownDisposition() {
        assertThat(read(SourceKind.OUTCOME, "{'customer_id':'c1'}").reason())
                .isEqualTo(RejectReason.NO_EVENT_NAME);
        assertThat(read(SourceKind.OUTCOME, "{'customer_id':'c1','disposition':'MAYBE'}").detail())
                .contains("MAYBE", "NOT_AT_RISK");
    }

    @Test
    void refusesAWordThatCameAfterThisRelease() {
        RetentionOutcome outcome =
                RetentionOutcome.newBuilder()
                        .setCustomerId("c1")
                        .setDisposition(Disposition.UNKNOWN)
                        .build();
        Control order =
                Control.newBuilder()
                        .setAction(holdfast.schemas.v1.ControlAction.UNKNOWN)
                        .setCustomerId("c1")
                        .build();

        assertThat(normalizer(SourceKind.OUTCOME).arrival(ORIGIN, avro(outcome)).reason())
                .isEqualTo(RejectReason.BAD_CONTROL);
        assertThat(normalizer(SourceKind.CONTROL).arrival(ORIGIN, avro(order)).reason())
                .isEqualTo(RejectReason.BAD_CONTROL);
    }

    @Test
    void readsASuppression() {
        Arrival arrival =
                read(
                        SourceKind.CONTROL,
                        """
                        {'action':'SUPPRESS','customer_id':'c1','until':'2024-06-01T00:00:00Z',
                         'event_time':'2024-03-01T11:00:00Z','message_id':'k1'}""");
        long until = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();
        long time = Instant.parse("2024-03-01T11:00:00Z").toEpochMilli();

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.CONTROL);
        assertThat(arrival.customerId()).isEqualTo("c1");
        assertThat(arrival.order())
                .isEqualTo(
                        new ControlOrder(
                                ControlAction.SUPPRESS, "c1", time, until, Hashes.hash64("k1")));
    }

    @Test
    void readsAPauseForEverybodyWithoutAnEnd() {
        Arrival json = read(SourceKind.CONTROL, "{'action':'PAUSE','until':'9999-12-31'}");
        Arrival avro =
                normalizer(SourceKind.CONTROL)
                        .arrival(
                                ORIGIN,
                                avro(
                                        Control.newBuilder()
                                                .setAction(holdfast.schemas.v1.ControlAction.PAUSE)
                                                .build()));

        assertThat(json.order())
                .isEqualTo(new ControlOrder(ControlAction.PAUSE, "", NOW, ControlOrder.NEVER, 0));
        assertThat(avro).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'action':'DELETE','customer_id':'c1'}",
                "{'action':'erase','customer_id':'c1'}",
                "{'action':'ERASE'}",
                "{'action':'SUPPRESS','customer_id':''}",
                "{'action':7}"
            })
    void refusesAnOrderThatMeansNothing(String text) {
        assertThat(read(SourceKind.CONTROL, text).reason()).isEqualTo(RejectReason.BAD_CONTROL);
    }

    @Test
    void refusesAnOrderWithATimeThatIsNone() {
        assertThat(read(SourceKind.CONTROL, "{'action':'PAUSE','until':'soon'}").reason())
                .isEqualTo(RejectReason.BAD_TIME);
        assertThat(read(SourceKind.CONTROL, "{'action':'PAUSE','until':5}").reason())
                .isEqualTo(RejectReason.TIME_TOO_OLD);
    }

    @Test
    void knowsTheSameActionsAsTheSchema() {
        assertThat(Stream.concat(Stream.of("UNKNOWN"), names(ControlAction.values())))
                .containsExactlyElementsOf(
                        names(holdfast.schemas.v1.ControlAction.values()).toList());
        assertThat(ControlAction.values())
                .allSatisfy(
                        action ->
                                assertThat(ControlAction.ofCode(action.code())).isEqualTo(action));
    }

    @Test
    void readsBackTheTickThatItWrites() {
        Normalizer ticks = Normalizer.ofTicks(LIMITS);

        Arrival tick = ticks.arrival(ORIGIN, Ticks.json(NOW - 250, 17));

        assertThat(tick.kind()).isEqualTo(Arrival.Kind.TICK);
        assertThat(tick.timeMillis()).isEqualTo(NOW - 250);
        assertThat(ticks.arrival(ORIGIN, Ticks.avro(NOW - 250, 17))).isEqualTo(tick);
    }

    @Test
    void refusesATickFromTheFuture() {
        assertThat(Normalizer.ofTicks(LIMITS).arrival(ORIGIN, Ticks.json(NOW * 2, 1)).reason())
                .isEqualTo(RejectReason.TIME_IN_FUTURE);
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name);
    }

    private static Arrival read(SourceKind source, String text) {
        return normalizer(source).arrival(ORIGIN, json(text));
    }
}
