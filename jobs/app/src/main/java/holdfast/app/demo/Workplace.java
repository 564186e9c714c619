package holdfast.app.demo;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.quickstart.EmbeddedFlink;
import holdfast.app.quickstart.Folders;
import holdfast.app.quickstart.MetricPorts;
import holdfast.app.quickstart.Ports;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * All that a demo runs on: a directory, a broker with its topics, a cluster and a shop with a past.
 *
 * <p>The parts start side by side and are closed in reverse order.
 */
final class Workplace implements AutoCloseable {

    static final Topics TOPICS = new Topics("", 2, true);
    static final int SLOTS = 1;

    private static final int BROKER_PORT = 29092;
    private static final int WEB_PORT = 8081;
    private static final int METRICS_PORT = 9250;
    private static final int FLINK_METRICS_PORT = 9249;
    private static final String OWN_PLAYBOOK = "/holdfast/app/demo/playbook.yaml";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path directory;
    private final String playbook;
    private final CompletableFuture<EmbeddedBroker> broker;
    private final CompletableFuture<EmbeddedFlink> flink;
    private final CompletableFuture<History> history;

    private Workplace(DemoSettings settings, Path directory) {
        this.directory = directory;
        playbook = settings.playbook().isEmpty() ? ownPlaybook() : settings.playbook();
        Playbook checked = PlaybookSource.named(playbook);
        broker = CompletableFuture.supplyAsync(Workplace::brokerWithTopics);
        flink = CompletableFuture.supplyAsync(Workplace::cluster);
        history = CompletableFuture.supplyAsync(() -> History.simulate(settings, checked));
    }

    /** Begins to start every part; the parts wait for themselves when asked for. */
    static Workplace start(DemoSettings settings) {
        try {
            return new Workplace(settings, Files.createTempDirectory("holdfast-demo-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    KafkaCluster kafka() {
        return KafkaCluster.at(ready(broker).bootstrap());
    }

    EmbeddedFlink flink() {
        return ready(flink);
    }

    History history() {
        return ready(history);
    }

    /** The name or path of the playbook. */
    String playbook() {
        return playbook;
    }

    Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    /** Takes one more part, to be closed before all others. */
    <T extends AutoCloseable> T push(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
        closeIfStarted(flink);
        closeIfStarted(broker);
        Folders.remove(directory);
    }

    private static EmbeddedBroker brokerWithTopics() {
        EmbeddedBroker started = EmbeddedBroker.startTemporary(Ports.freeOr(BROKER_PORT));
        TopicAdmin.ensure(KafkaCluster.at(started.bootstrap()), TOPICS);
        return started;
    }

    private static EmbeddedFlink cluster() {
        return EmbeddedFlink.start(
                SLOTS,
                Ports.freeOr(WEB_PORT),
                new MetricPorts(Ports.freeOr(FLINK_METRICS_PORT), Ports.freeOr(METRICS_PORT)));
    }

    private String ownPlaybook() {
        Path file = directory.resolve("playbook.yaml");
        try (InputStream own = Workplace.class.getResourceAsStream(OWN_PLAYBOOK)) {
            Files.copy(Objects.requireNonNull(own, OWN_PLAYBOOK), file);
            return file.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T ready(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> part)
            throws Exception {
        AutoCloseable started = part.exceptionally(failure -> null).join();
        if (started != null) {
            started.close();
        }
    }
}
