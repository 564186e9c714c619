package holdfast.app.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Asks brokers about themselves, for at most 15 seconds a question unless the client's properties
 * say otherwise.
 */
public final class Brokers {

    private static final String TIMEOUT_MILLIS = "15000";

    private Brokers() {}

    /** What is asked of an administration client that is closed afterwards. */
    public interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    /**
     * The answer.
     *
     * @throws holdfast.app.shell.FailedRunException if no broker answers or one refuses, with the
     *     reason
     */
    public static <T> T answer(KafkaCluster cluster, Question<T> question) {
        Map<String, Object> settings = cluster.settings();
        settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MILLIS);
        settings.putIfAbsent("request.timeout.ms", settings.get("default.api.timeout.ms"));
        try (Admin admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException | KafkaException failure) {
            throw cluster.refusal(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cluster.refusal(interrupted);
        }
    }
}
