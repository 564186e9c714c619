package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A tally in operator state.
 *
 * <p>Version 1:
 *
 * <pre>
 * topic             text
 * number of counts  varint   at most 255
 * counts            varints  by the fate's code, from 0
 * </pre>
 */
public final class FateTallyCodec implements Codec<FateTally> {

    private static final int VERSION = 1;
    private static final int COUNTS_MAX = 255;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<FateTally> type() {
        return FateTally.class;
    }

    @Override
    public FateTally any() {
        return new FateTally("", List.of());
    }

    @Override
    public void write(FateTally value, ByteWriter out) {
        out.writeText(value.topic());
        out.writeVarint(value.counts().size());
        for (long count : value.counts()) {
            out.writeVarint(count);
        }
    }

    @Override
    public FateTally read(ByteReader in) {
        String topic = in.readText();
        int size = in.readCount(COUNTS_MAX);
        List<Long> counts = new ArrayList<>(size);
        for (int code = 0; code < size; code++) {
            counts.add(in.readNatural());
        }
        return new FateTally(topic, counts);
    }
}
