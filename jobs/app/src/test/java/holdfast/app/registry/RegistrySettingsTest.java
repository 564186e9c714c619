package holdfast.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.options.Assignments;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    private static final String URL = "registry.url=http://127.0.0.1:1/apis/";

    @TempDir private Path directory;

    @Test
    void namesNoRegistryUnlessAsked() {
        assertThat(RegistrySettings.of(Assignments.read(List.of()).options())).isEmpty();
        assertThat(settings(URL).url()).isEqualTo("http://127.0.0.1:1/apis");
        assertThat(settings(URL).authorization()).isEmpty();
    }

    @Test
    void readsTheLoginWhereItIsReferredTo() throws Exception {
        Path file = Files.writeString(directory.resolve("p"), "login=me:secret\n");
        Files.writeString(directory.resolve("token"), "t-1\n");

        assertThat(authorization("registry.basic-auth=${file:" + file + ":login}"))
                .contains("Basic bWU6c2VjcmV0");
        assertThat(authorization("registry.bearer-token=${directory:" + directory + ":token}"))
                .contains("Bearer t-1");
    }

    @Test
    void readsAFileThatHasChangedAnew() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "old");
        RegistrySettings settings =
                settings(URL, "registry.bearer-token=${directory:" + directory + ":token}");
        assertThat(settings.authorization()).contains("Bearer old");

        Files.writeString(token, "new");

        assertThat(settings.authorization()).contains("Bearer new");
    }

    @Test
    void sendsTheLoginAndPrintsItNowhere() throws Exception {
        Path file = Files.writeString(directory.resolve("p"), "login=me:secret\n");
        try (TestingRegistry registry = new TestingRegistry()) {
            registry.tell(401, "{'error_code':401,'message':'no'}");
            RegistrySettings settings =
                    settings(
                            "registry.url=" + registry.url(),
                            "registry.basic-auth=${file:" + file + ":login}");
            OutputSchemas output = new OutputSchemas(new RegistryClient(settings), true);

            assertThatThrownBy(() -> output.encoding("a", "s"))
                    .isInstanceOf(FailedRunException.class)
                    .hasMessageContaining("HTTP 401")
                    .message()
                    .doesNotContain("secret", "bWU6c2VjcmV0");
            assertThat(registry.heard().get(0).login()).isEqualTo("Basic bWU6c2VjcmV0");
            assertThat(settings.toString()).contains("${file:").doesNotContain("secret");
        }
    }

    @Test
    void saysWhichReferenceLeadsNowhere() throws Exception {
        assertThatThrownBy(() -> authorization("registry.basic-auth=${env:HOLDFAST_NO_SUCH}"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("${env:HOLDFAST_NO_SUCH}");
        Path file = Files.writeString(directory.resolve("p"), "login=me:secret\\n");
        assertThatThrownBy(() -> authorization("registry.basic-auth=${file:" + file + ":other}"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("no such key");
        assertThatThrownBy(() -> authorization("registry.basic-auth=${file:/no/such:key}"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("${file:/no/such:key}");
    }

    @Test
    void refusesASecretThatIsWrittenOutWithoutRepeatingIt() {
        assertThatThrownBy(() -> settings(URL, "registry.basic-auth=me:hunter2"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("${env:NAME}")
                .message()
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> settings("registry.url=http://me:hunter2@host"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("registry.basic-auth")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"registry:8081", "ftp://registry", "http://", "http://a b", "http://a?b"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> settings("registry.url=" + url))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("registry.url must be http(s)://HOST");
    }

    private static Optional<String> authorization(String setting) {
        return settings(URL, setting).authorization();
    }

    private static RegistrySettings settings(String... texts) {
        return RegistrySettings.of(Assignments.read(Stream.of(texts).toList()).options())
                .orElseThrow();
    }
}
