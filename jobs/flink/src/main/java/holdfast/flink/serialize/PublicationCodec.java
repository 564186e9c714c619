package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;

/**
 * The bytes of a publication. Version 1:
 *
 * <pre>
 * kind              1 byte
 * origin            text topic, varint partition, varint offset, signed varint timestamp
 * effective from    signed varint  milliseconds
 * value             varint length, bytes
 * </pre>
 */
public final class PublicationCodec implements Codec<Publication> {

    private static final int VERSION = 1;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<Publication> type() {
        return Publication.class;
    }

    @Override
    public Publication any() {
        return new Publication(Publication.Kind.RESUME, new Origin("", 0, 0, 0), 0, new byte[0]);
    }

    @Override
    public void write(Publication value, ByteWriter out) {
        out.writeByte(value.kind().code());
        Origins.write(value.origin(), out);
        out.writeSignedVarint(value.effectiveFromMillis());
        out.writeBytes(value.value());
    }

    @Override
    public Publication read(ByteReader in) {
        return new Publication(
                Publication.Kind.ofCode(in.readByte()),
                Origins.read(in),
                in.readSignedVarint(),
                in.readBytes());
    }
}
