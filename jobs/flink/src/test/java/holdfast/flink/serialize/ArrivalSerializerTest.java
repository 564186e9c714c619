package holdfast.flink.serialize;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.ControlOrder;
import holdfast.flink.wire.Origin;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class ArrivalSerializerTest extends SerializerTestBase<Arrival> {

    private static final Origin ORIGIN = new Origin("service.events.v1", 0, 5, -1);

    @Override
    protected TypeSerializer<Arrival> createSerializer() {
        return new CodecSerializer<>(ArrivalCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<Arrival> getTypeClass() {
        return Arrival.class;
    }

    @Override
    protected Arrival[] getTestData() {
        Activity activity =
                new Activity(
                        "zoë", 1_700_000_000_000L, "Order", -599, 1, -7, SourceKind.TRANSACTION);
        ControlOrder order = new ControlOrder(ControlAction.PAUSE, "", 1, 0, Long.MIN_VALUE);
        return new Arrival[] {
            Arrival.activity(ORIGIN, activity),
            Arrival.activity(ORIGIN, activity, new byte[] {1, 2, 3}),
            Arrival.control(ORIGIN, order),
            Arrival.tick(ORIGIN, 1_700_000_000_000L),
            Arrival.unidentified(ORIGIN, SourceKind.SERVICE, 99),
            Arrival.rejected(
                    ORIGIN,
                    SourceKind.OUTCOME,
                    RejectReason.EMPTY_VALUE,
                    "no bytes",
                    new byte[] {(byte) 0xFF})
        };
    }
}
