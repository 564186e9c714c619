package holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter();

    @Test
    void writesFieldsAndNestedObjects() {
        json.begin().field("a").number(-12).field("b").open().field("c").money(27_05);
        json.close().field("d").text("e").close();

        assertThat(written()).isEqualTo("{\"a\":-12,\"b\":{\"c\":27.05},\"d\":\"e\"}");
    }

    @Test
    void escapesWhatJsonDoesNotTake() {
        json.begin().field("a").text("\"\\\n\u00e9\ud83d\ude00").close();

        assertThat(written()).isEqualTo("{\"a\":\"\\\"\\\\\\u000a\\u00e9\\ud83d\\ude00\"}");
    }

    @Test
    void beginsAnew() {
        json.begin().field("long ago").text("x").close();
        json.begin().field("a").number(0).close();

        assertThat(written()).isEqualTo("{\"a\":0}");
    }

    @Test
    void growsBeyondItsFirstBuffer() {
        json.begin().field("a").text("x".repeat(5000)).close();

        assertThat(written()).hasSize(5008);
    }

    private String written() {
        return new String(json.toBytes(), StandardCharsets.US_ASCII);
    }
}
