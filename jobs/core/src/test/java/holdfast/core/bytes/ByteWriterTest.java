package holdfast.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteWriterTest {

    private final ByteWriter writer = new ByteWriter();
    private final ByteReader reader = new ByteReader();

    @Test
    void readsTextsAndBytesBack() {
        String text = "Zoë 🙂".repeat(100);
        writer.writeText(text);
        writer.writeBytes(new byte[] {1, 2, 3});
        writer.writeText("");
        reader.reset(writer.array(), 0, writer.length());

        assertThat(reader.readText()).isEqualTo(text);
        assertThat(reader.readBytes()).containsExactly(1, 2, 3);
        assertThat(reader.readText()).isEmpty();
        assertThat(reader.remaining()).isZero();
    }

    @Test
    void refusesATextThatClaimsMoreBytesThanThereAre() {
        writer.writeText("customer-7");
        reader.reset(writer.array(), 0, writer.length() - 1);

        assertThatThrownBy(reader::readText).isInstanceOf(CorruptBytesException.class);
    }

    /** What a learner remembers of several outcomes may be more than a gigabyte. */
    @Test
    void doublesItsMemoryUpToWhatAnArrayMayHold() {
        assertThat(ByteWriter.room(256, 257)).isEqualTo(512);
        assertThat(ByteWriter.room(256, 1_000)).isEqualTo(1_000);
        assertThat(ByteWriter.room(1 << 30, (1L << 30) + 8)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> ByteWriter.room(1 << 30, 1L << 31))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2147483648 bytes");
    }
}
