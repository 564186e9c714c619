package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.shell.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

    @TempDir private Path directory;

    @Test
    void aReferenceStaysOneAndKafkaIsToldHowToResolveIt() {
        KafkaCluster cluster = cluster("${env:PATH}");

        assertThat(cluster.client())
                .containsEntry("ssl.key.password", "${env:PATH}")
                .containsEntry("config.providers", "env,file,directory");
    }

    @Test
    void nothingIsAddedWhereNothingIsReferredToOrSomebodyChoseOtherwise() {
        assertThat(cluster("plain").client()).containsOnlyKeys("ssl.key.password");
        Map<String, String> chosen = Map.of("a", "${vault:x:y}", "config.providers", "vault");
        assertThat(new KafkaCluster("k:1", chosen).client()).isEqualTo(chosen);
    }

    @Test
    void aReferenceToNothingIsFoundBeforeKafkaTakesItForThePassword() {
        assertRefused("${env:NO_SUCH_VARIABLE}", "the environment has no NO_SUCH_VARIABLE");
        assertRefused("${file:/no/such:password}", "no readable file /no/such");
        assertRefused("${directory:/no:such}", "no readable file /no/such");
        assertRefused("\"a\" password=\"${env:NO_SUCH}\";", "refers to ${env:NO_SUCH}");
    }

    @Test
    void filesThatAreThereAreFound() throws IOException {
        Path file = Files.writeString(directory.resolve("secrets"), "password=x\n");

        assertThatCode(() -> cluster("${file:" + file + ":password}").settings())
                .doesNotThrowAnyException();
        assertThatCode(() -> cluster("${directory:" + directory + ":secrets}").settings())
                .doesNotThrowAnyException();
    }

    @Test
    void aClusterNeverSaysItsSecrets() {
        assertThat(cluster("hunter2")).hasToString("Kafka at kafka:9092 with [ssl.key.password]");
    }

    private static void assertRefused(String value, String because) {
        assertThatThrownBy(() -> cluster(value).settings())
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("ssl.key.password refers to ")
                .hasMessageContaining(because);
    }

    private static KafkaCluster cluster(String password) {
        return new KafkaCluster("kafka:9092", Map.of("ssl.key.password", password));
    }
}
