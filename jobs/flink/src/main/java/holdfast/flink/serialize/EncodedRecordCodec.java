package holdfast.flink.serialize;

import holdfast.core.activity.RejectReason;
import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.MessageName;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The bytes of an output record. Version 1:
 *
 * <pre>
 * kind              1 byte   0 for a tombstone on the score topic
 * timestamp         signed varint  milliseconds   (not of a dead letter)
 * key               text                          (not of a dead letter)
 * name              text id, text type            (of an alert alone)
 * value             varint length, bytes          (not of a tombstone)
 * refused           origin, text reason, text detail   (of a dead letter alone)
 * </pre>
 */
public final class EncodedRecordCodec implements Codec<EncodedRecord> {

    private static final int VERSION = 1;
    private static final int TOMBSTONE = 0;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<EncodedRecord> type() {
        return EncodedRecord.class;
    }

    @Override
    public EncodedRecord any() {
        return EncodedRecord.tombstone("", 0);
    }

    @Override
    public void write(EncodedRecord value, ByteWriter out) {
        byte[] bytes = value.value();
        out.writeByte(bytes == null ? TOMBSTONE : value.kind().code());
        if (value.kind() == EncodedRecord.Kind.DEAD_LETTER) {
            out.writeBytes(Objects.requireNonNull(bytes, "a dead letter without bytes"));
            write(value.refused(), out);
            return;
        }
        out.writeSignedVarint(value.timestampMillis());
        out.writeBytes(value.key());
        if (value.kind() == EncodedRecord.Kind.ALERT) {
            out.writeText(value.name().id());
            out.writeText(value.name().type());
        }
        if (bytes != null) {
            out.writeBytes(bytes);
        }
    }

    @Override
    public EncodedRecord read(ByteReader in) {
        int code = in.readByte();
        if (code == EncodedRecord.Kind.DEAD_LETTER.code()) {
            byte[] value = in.readBytes();
            return EncodedRecord.deadLetter(refused(in), value);
        }
        long timestampMillis = in.readSignedVarint();
        String key = new String(in.readBytes(), StandardCharsets.UTF_8);
        if (code == TOMBSTONE) {
            return EncodedRecord.tombstone(key, timestampMillis);
        }
        return switch (EncodedRecord.Kind.ofCode(code)) {
            case ALERT -> {
                MessageName name = new MessageName(in.readText(), in.readText());
                yield EncodedRecord.alert(key, timestampMillis, name, in.readBytes());
            }
            case SCORE -> EncodedRecord.score(key, timestampMillis, in.readBytes());
            case QUALITY -> EncodedRecord.quality(key, timestampMillis, in.readBytes());
            case TRAINING -> EncodedRecord.training(timestampMillis, in.readBytes());
            case PUBLISHED -> EncodedRecord.published(key, timestampMillis, in.readBytes());
            case DEAD_LETTER -> throw new IllegalStateException("was read before");
        };
    }

    private static void write(EncodedRecord.Refused refused, ByteWriter out) {
        Origins.write(refused.origin(), out);
        out.writeText(refused.reason().name());
        out.writeText(refused.detail());
    }

    private static EncodedRecord.Refused refused(ByteReader in) {
        return new EncodedRecord.Refused(
                Origins.read(in), RejectReason.valueOf(in.readText()), in.readText());
    }
}
