package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/**
 * One customer as it lies in keyed state: already bytes, so that neither backend copies objects.
 *
 * <p>Version 1:
 *
 * <pre>
 * timer             8 bytes  the instant of the customer's one pending timer; the largest is none
 * state             rest     {@link holdfast.core.customer.CustomerStateCodec}, its own version first
 * </pre>
 *
 * <p>The customer's id is the key and not repeated. A new layout of either part is a new version
 * here, so that a restore into an older build is refused before any state is touched.
 */
public final class CustomerCodec implements Codec<byte[]> {

    private static final int VERSION = 1;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<byte[]> type() {
        return byte[].class;
    }

    @Override
    public byte[] any() {
        return new byte[0];
    }

    @Override
    public void write(byte[] value, ByteWriter out) {
        out.writeBytes(value);
    }

    @Override
    public byte[] read(ByteReader in) {
        return in.readBytes();
    }
}
