package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.flink.wire.Origin;

/** The bytes of an origin, a part of other layouts. */
final class Origins {

    private Origins() {}

    static void write(Origin origin, ByteWriter out) {
        out.writeText(origin.topic());
        out.writeVarint(origin.partition());
        out.writeVarint(origin.offset());
        out.writeSignedVarint(origin.timestampMillis());
    }

    static Origin read(ByteReader in) {
        return new Origin(
                in.readText(),
                in.readCount(Integer.MAX_VALUE),
                in.readVarint(),
                in.readSignedVarint());
    }
}
