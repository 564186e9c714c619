package holdfast.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryProbeTest {

    @Test
    void isContentWithWhateverARegistrySays() {
        assertThat(problem(200, "{'schema':'x'}")).isEmpty();
        assertThat(problem(404, "{'error_code':40403,'message':'Schema not found'}")).isEmpty();
    }

    @Test
    void findsFaultsOfAddressLoginAndServer() {
        assertThat(problem(404, "<html>"))
                .hasValueSatisfying(is -> assertThat(is).contains("path"));
        assertThat(problem(401, "{'error_code':401,'message':'who?'}")).contains("who? (HTTP 401)");
        assertThat(problem(503, "")).contains("HTTP 503");
    }

    private static Optional<String> problem(int status, String body) {
        try (TestingRegistry registry = new TestingRegistry()) {
            registry.tell(status, body);
            return RegistryProbe.problem(RegistrySettings.at(registry.url()));
        }
    }
}
