package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/**
 * The sums of a key group in operator state.
 *
 * <p>Version 1, all varints: key group, customers, bytes, wake-ups.
 */
public final class GroupSumsCodec implements Codec<GroupSums> {

    private static final int VERSION = 1;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<GroupSums> type() {
        return GroupSums.class;
    }

    @Override
    public GroupSums any() {
        return new GroupSums(0, 0, 0, 0);
    }

    @Override
    public void write(GroupSums value, ByteWriter out) {
        out.writeVarint(value.keyGroup());
        out.writeVarint(value.customers());
        out.writeVarint(value.bytes());
        out.writeVarint(value.wakeups());
    }

    @Override
    public GroupSums read(ByteReader in) {
        return new GroupSums(
                in.readCount(Short.MAX_VALUE + 1),
                in.readNatural(),
                in.readNatural(),
                in.readNatural());
    }
}
