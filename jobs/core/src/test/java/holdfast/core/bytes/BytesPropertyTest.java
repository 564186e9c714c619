package holdfast.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class BytesPropertyTest {

    private final ByteWriter writer = new ByteWriter();
    private final ByteReader reader = new ByteReader();

    @Property
    void everyNumberIsReadAsItWasWritten(
            @ForAll long number, @ForAll int small, @ForAll double fraction, @ForAll float coarse) {
        writer.reset();
        writer.writeVarint(number);
        writer.writeSignedVarint(number);
        writer.writeLong(number);
        writer.writeInt(small);
        writer.writeDouble(fraction);
        writer.writeFloat(coarse);
        reader.reset(writer.toBytes(), 0, writer.length());

        assertThat(reader.readVarint()).isEqualTo(number);
        assertThat(reader.readSignedVarint()).isEqualTo(number);
        assertThat(reader.readLong()).isEqualTo(number);
        assertThat(reader.readInt()).isEqualTo(small);
        assertThat(reader.readDouble()).isEqualTo(fraction);
        assertThat(reader.readFloat()).isEqualTo(coarse);
        assertThat(reader.remaining()).isZero();
    }

    @Property
    void negativeNumbersAreNotNatural(@ForAll long number) {
        writer.reset();
        writer.writeVarint(number);
        reader.reset(writer.array(), 0, writer.length());

        if (number < 0) {
            assertThatThrownBy(reader::readNatural).isInstanceOf(CorruptBytesException.class);
        } else {
            assertThat(reader.readNatural()).isEqualTo(number);
        }
    }

    @Property
    void readingNoiseEndsInAValueOrACorruption(@ForAll @Size(max = 40) byte[] noise) {
        reader.reset(noise, 0, noise.length);
        try {
            while (reader.remaining() > 0) {
                reader.readVarint();
                reader.readText();
                reader.readFrom(reader.readCount(1_000));
            }
        } catch (CorruptBytesException corrupt) {
            assertThat(corrupt).hasMessageMatching(".+");
        }
        assertThat(reader.remaining()).isNotNegative();
    }
}
