package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.activity.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageNameTest {

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void anAlertIsNamedByItsIdAndItsStepWheneverItIsDelivered(WireFormat format) {
        Encoder encoder = format.encoder();

        MessageName first = encoder.alert(TestingAlerts.opened(), TestingAlerts.DETECTED_AT).name();
        MessageName again = encoder.alert(TestingAlerts.opened(), 1).name();
        MessageName ending = encoder.alert(TestingAlerts.recovered(), 1).name();

        assertThat(first)
                .isEqualTo(again)
                .isEqualTo(
                        new MessageName(
                                "00112233445566778899aabbccddeeff.1", "holdfast.alert.opened.v1"));
        assertThat(ending)
                .isEqualTo(
                        new MessageName(
                                "00112233445566778899aabbccddeeff.2",
                                "holdfast.alert.recovered.v1"));
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void aScoreIsNamedByWhatItSays(WireFormat format) {
        MessageName first = format.encoder().score(TestingAlerts.score()).name();
        MessageName again = format.encoder().score(TestingAlerts.score()).name();

        assertThat(first).isEqualTo(again);
        assertThat(first.id()).matches("[0-9a-f]{32}");
        assertThat(first.type()).isEqualTo("holdfast.score.updated.v1");
        assertThat(EncodedRecord.score("c-1", TestingAlerts.OPENED_AT, new byte[] {'{'}).name())
                .isNotEqualTo(first);
    }

    @Test
    void beingForgottenIsNamedByCustomerAndTime() {
        MessageName name = EncodedRecord.tombstone("c-1", 5).name();

        assertThat(name).isEqualTo(EncodedRecord.tombstone("c-1", 5).name());
        assertThat(name.type()).isEqualTo("holdfast.score.forgotten.v1");
        assertThat(name.id())
                .isNotEqualTo(EncodedRecord.tombstone("c-1", 6).name().id())
                .isNotEqualTo(EncodedRecord.tombstone("c-2", 5).name().id())
                .isNotEqualTo(new JsonEncoder().score(TestingAlerts.score()).name().id());
    }

    @Test
    void aDeadLetterHasNoName() {
        EncodedRecord dead =
                EncodedRecord.deadLetter(
                        new EncodedRecord.Refused(TestingWire.ORIGIN, RejectReason.BROKEN_JSON, ""),
                        new byte[0]);

        assertThatThrownBy(dead::name).isInstanceOf(IllegalStateException.class);
    }
}
