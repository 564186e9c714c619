package holdfast.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.shell.FailedRunException;
import holdfast.flink.wire.RegisteredAvro;
import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.RetentionAlert;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputSchemasTest {

    private final TestingRegistry registry = new TestingRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void registersBothSchemasUnderTheirTopics() {
        registry.tell(200, "{'id':7}").tell(200, "{'id':8,'version':1}");

        assertThat(output(true).encoding("x.alerts", "x.scores"))
                .isEqualTo(new RegisteredAvro(7, 8));
        assertThat(registry.heard())
                .extracting(TestingRegistry.Heard::line)
                .containsExactly(
                        "POST /subjects/x.alerts-value/versions",
                        "POST /subjects/x.scores-value/versions");
        assertThat(registry.heard().get(0).body()).contains("RetentionAlert");
    }

    @Test
    void looksThemUpWhereItMayNotRegister() {
        registry.tell(200, "{'id':7}").tell(200, "{'id':8}");

        assertThat(output(false).encoding("a", "s")).isEqualTo(new RegisteredAvro(7, 8));
        assertThat(registry.heard())
                .extracting(TestingRegistry.Heard::line)
                .containsExactly("POST /subjects/a-value", "POST /subjects/s-value");
    }

    @Test
    void saysInOneLineWhatKeepsItFromStarting() {
        registry.tell(409, "{'error_code':409,'message':'reader type:\\n INT'}");
        assertThatThrownBy(() -> output(true).encoding("a", "s"))
                .isInstanceOf(FailedRunException.class)
                .hasMessageContainingAll(
                        registry.url(),
                        "subject a-value",
                        "this build's RetentionAlert is not compatible",
                        "reader type: INT")
                .message()
                .hasLineCount(1);

        registry.tell(404, "{'error_code':40401}").tell(404, "{'error_code':40401}");
        assertThatThrownBy(() -> output(false).encoding("a", "s")).hasMessageContaining("HTTP 409");
        assertThatThrownBy(() -> output(false).encoding("a", "s"))
                .hasMessageContaining("registry.register=true");
    }

    @Test
    void saysSoWhenThereIsNoRegistry() {
        TestingRegistry gone = new TestingRegistry();
        gone.close();
        OutputSchemas output =
                new OutputSchemas(new RegistryClient(RegistrySettings.at(gone.url())), true);

        assertThatThrownBy(() -> output.encoding("a", "s"))
                .isInstanceOf(FailedRunException.class)
                .hasMessageContainingAll(gone.url(), "connection refused", "output.format");

        registry.tell(200, "<html>");
        assertThatThrownBy(() -> output(true).encoding("a", "s"))
                .hasMessageContaining("no schema registry");
    }

    @Test
    void sendsSchemasAsTheyAreDeclaredWithoutWhatOnlyJavaNeeds() {
        for (Schema schema :
                List.of(RetentionAlert.getClassSchema(), ChurnScore.getClassSchema())) {
            String text = RegistryClient.text(schema);

            assertThat(text).doesNotContain("avro.java.string");
            assertThat(SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(text)))
                    .isEqualTo(SchemaNormalization.parsingFingerprint64(schema));
        }
    }

    private OutputSchemas output(boolean registers) {
        return new OutputSchemas(
                new RegistryClient(RegistrySettings.at(registry.url())), registers);
    }
}
