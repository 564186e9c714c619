package holdfast.flink.serialize;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.ControlOrder;
import holdfast.flink.wire.Origin;

/**
 * The bytes of an arrival. Version 1:
 *
 * <pre>
 * kind              1 byte
 * origin            text topic, varint partition, varint offset, signed varint timestamp
 * ACTIVITY          1 byte source, text customer, varint time, text name, signed varint amount,
 *                   varint refers to, 8 bytes message, bytes
 * CONTROL           1 byte action, text customer, varint time, varint until, 8 bytes message
 * TICK              varint time
 * UNIDENTIFIED      1 byte source, varint time
 * REJECTED          1 byte source, text reason, text detail, bytes
 * </pre>
 */
public final class ArrivalCodec implements Codec<Arrival> {

    private static final int VERSION = 1;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<Arrival> type() {
        return Arrival.class;
    }

    @Override
    public Arrival any() {
        return Arrival.tick(new Origin("", 0, 0, 0), 0);
    }

    @Override
    public void write(Arrival value, ByteWriter out) {
        out.writeByte(value.kind().code());
        Origins.write(value.origin(), out);
        switch (value.kind()) {
            case ACTIVITY -> writeActivity(value, out);
            case CONTROL -> writeOrder(value.order(), out);
            case TICK -> out.writeVarint(value.timeMillis());
            case UNIDENTIFIED -> {
                out.writeByte(value.source().code());
                out.writeVarint(value.timeMillis());
            }
            case REJECTED -> {
                out.writeByte(value.source().code());
                out.writeText(value.reason().name());
                out.writeText(value.detail());
                out.writeBytes(value.bytes());
            }
        }
    }

    @Override
    public Arrival read(ByteReader in) {
        Arrival.Kind kind = Arrival.Kind.ofCode(in.readByte());
        Origin origin = Origins.read(in);
        return switch (kind) {
            case ACTIVITY -> Arrival.activity(origin, activity(in), in.readBytes());
            case CONTROL -> Arrival.control(origin, order(in));
            case TICK -> Arrival.tick(origin, in.readVarint());
            case UNIDENTIFIED ->
                    Arrival.unidentified(origin, SourceKind.ofCode(in.readByte()), in.readVarint());
            case REJECTED ->
                    Arrival.rejected(
                            origin,
                            SourceKind.ofCode(in.readByte()),
                            RejectReason.valueOf(in.readText()),
                            in.readText(),
                            in.readBytes());
        };
    }

    private static void writeActivity(Arrival value, ByteWriter out) {
        Activity activity = value.activity();
        out.writeByte(activity.source().code());
        out.writeText(activity.customerId());
        out.writeVarint(activity.timeMillis());
        out.writeText(activity.name());
        out.writeSignedVarint(activity.amountMinor());
        out.writeVarint(activity.refersToMillis());
        out.writeLong(activity.messageHash());
        out.writeBytes(value.bytes());
    }

    private static Activity activity(ByteReader in) {
        SourceKind source = SourceKind.ofCode(in.readByte());
        return new Activity(
                in.readText(),
                in.readVarint(),
                in.readText(),
                in.readSignedVarint(),
                in.readVarint(),
                in.readLong(),
                source);
    }

    private static void writeOrder(ControlOrder order, ByteWriter out) {
        out.writeByte(order.action().code());
        out.writeText(order.customerId());
        out.writeVarint(order.timeMillis());
        out.writeVarint(order.untilMillis());
        out.writeLong(order.messageHash());
    }

    private static ControlOrder order(ByteReader in) {
        return new ControlOrder(
                ControlAction.ofCode(in.readByte()),
                in.readText(),
                in.readVarint(),
                in.readVarint(),
                in.readLong());
    }
}
