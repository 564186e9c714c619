package holdfast.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import holdfast.flink.wire.UnknownSchemaException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrySchemasTest {

    private static final String FOUND = "{'schema':'\\'long\\''}";
    private static final String UNKNOWN = "{'error_code':40403,'message':'Schema not found'}";
    private static final RegistrySchemas.Pauses SHORT = new RegistrySchemas.Pauses(1, 5, 60_000);

    private final TestingRegistry registry = new TestingRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void givesTheSchemaOfAnId() throws Exception {
        registry.tell(200, FOUND);

        assertThat(schemas().schema(17)).isEqualTo("\"long\"");
        assertThat(registry.heard().get(0).line()).isEqualTo("GET /schemas/ids/17");
    }

    @Test
    void remembersForAWhileThatAnIdIsUnknown() {
        registry.tell(404, UNKNOWN);
        RegistrySchemas schemas = schemas();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> schemas.schema(9))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessage("the registry gives no schema 9: error 40403");
        }

        assertThat(registry.heard()).hasSize(1);
    }

    @Test
    void findsASchemaThatIsRegisteredLater() throws Exception {
        registry.tell(404, UNKNOWN).tell(200, FOUND);
        RegistrySchemas schemas =
                new RegistrySchemas(client(), new RegistrySchemas.Pauses(1, 5, 0));

        assertThatThrownBy(() -> schemas.schema(9)).isInstanceOf(UnknownSchemaException.class);
        assertThat(schemas.schema(9)).isEqualTo("\"long\"");
    }

    @Test
    void waitsThroughWhateverIsNoAnswerOfARegistry() throws Exception {
        registry.tell(500, "{'error_code':50001,'message':'store'}")
                .tell(503, "")
                .tell(429, "{'error_code':42901}")
                .tell(401, "{'error_code':401}")
                .tell(403, "no")
                .tell(404, "<html>nothing here</html>")
                .tell(302, "")
                .tell(200, "<html>please log in</html>")
                .tell(200, "{'status':'UP'}")
                .fallSilent()
                .tell(200, FOUND);
        RegistryClient hasty =
                new RegistryClient(RegistrySettings.at(registry.url()), Duration.ofSeconds(2));

        assertThat(new RegistrySchemas(hasty, SHORT).schema(17)).isEqualTo("\"long\"");
        assertThat(registry.heard()).hasSize(11);
    }

    @Test
    void waitsForARegistryThatIsNotThereAndEndsAtOnceWhenTheTaskIsCancelled() throws Exception {
        String closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + free.getLocalPort();
        }
        RegistrySchemas schemas =
                new RegistrySchemas(
                        new RegistryClient(RegistrySettings.at(closed)),
                        RegistrySchemas.Pauses.DEFAULT);

        assertEndsWhenInterrupted(schemas);
    }

    @Test
    void endsAtOnceWhenTheTaskIsCancelledInTheMiddleOfAnAnswer() throws Exception {
        registry.fallSilent();

        assertEndsWhenInterrupted(
                new RegistrySchemas(
                        new RegistryClient(RegistrySettings.at(registry.url())),
                        RegistrySchemas.Pauses.DEFAULT));
    }

    private static void assertEndsWhenInterrupted(RegistrySchemas schemas) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread task =
                new Thread(
                        () -> {
                            try {
                                schemas.schema(17);
                            } catch (UnknownSchemaException | RuntimeException e) {
                                end.complete(e);
                            }
                        });
        task.start();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> task.getState() == Thread.State.TIMED_WAITING);
        assertThat(end).isNotDone();

        task.interrupt();

        assertThat(end.get(2, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesOtherKindsOfSchemasAndThoseInPieces() {
        registry.tell(200, "{'schema':'syntax = 3;','schemaType':'PROTOBUF'}")
                .tell(200, "{'schema':'x','schemaType':'AVRO','references':[{'name':'a'}]}")
                .tell(400, "{'error_code':400,'message':'bad id'}");
        RegistrySchemas schemas = schemas();

        assertThatThrownBy(() -> schemas.schema(1)).hasMessageContaining("only Avro");
        assertThatThrownBy(() -> schemas.schema(2)).hasMessageContaining("other subjects");
        assertThatThrownBy(() -> schemas.schema(3)).hasMessageContaining("error 400");
    }

    @Test
    void takesASchemaWithoutReferencesAsItIs() throws Exception {
        registry.tell(
                200, "{'references':[],'schemaType':'AVRO','more':{'a':[1]},'schema':'x','id':7}");

        assertThat(schemas().schema(1)).isEqualTo("x");
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        registry.tell(200, "{'schema':'" + "x".repeat(5 << 20) + "'}");

        assertThatThrownBy(() -> schemas().schema(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("error 413");
    }

    private RegistryClient client() {
        return new RegistryClient(RegistrySettings.at(registry.url()));
    }

    private RegistrySchemas schemas() {
        return new RegistrySchemas(client(), SHORT);
    }
}
