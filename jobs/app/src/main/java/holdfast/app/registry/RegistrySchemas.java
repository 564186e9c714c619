package holdfast.app.registry;

import holdfast.app.shell.WrongUseException;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.UnknownSchemaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks schemas up in a registry, and waits for one that does not answer: refused connections,
 * timeouts, 5xx, 429, a refused login, and answers that no registry gives. Each wait is logged
 * once.
 *
 * <p>An id that the registry does not know is remembered for half a minute, at most {@value
 * #UNKNOWN_MAX} of them. Not thread-safe.
 */
final class RegistrySchemas implements SchemaSource {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrySchemas.class);
    private static final int UNKNOWN_MAX = 10_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final RegistryClient client;
    private final Pauses pauses;
    private final Map<Integer, Unknown> unknown =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Unknown> eldest) {
                    return size() > UNKNOWN_MAX;
                }
            };

    /** What the registry said of an id, and until when it counts by {@link System#nanoTime}. */
    private record Unknown(String detail, long untilNanos) {}

    /**
     * How long to pause.
     *
     * @param firstMillis before the second try; doubled before each further one
     * @param longestMillis between two tries
     * @param unknownMillis before an unknown id is asked for again
     */
    record Pauses(long firstMillis, long longestMillis, long unknownMillis) {
        static final Pauses DEFAULT = new Pauses(200, 10_000, 30_000);
    }

    RegistrySchemas(RegistryClient client, Pauses pauses) {
        this.client = client;
        this.pauses = pauses;
    }

    @Override
    public String schema(int id) throws UnknownSchemaException {
        Unknown remembered = unknown.get(id);
        if (remembered != null && System.nanoTime() - remembered.untilNanos() < 0) {
            throw new UnknownSchemaException(remembered.detail());
        }
        unknown.remove(id);
        try {
            return answer(id).schema(id);
        } catch (UnknownSchemaException e) {
            unknown.put(
                    id,
                    new Unknown(
                            e.detail(), System.nanoTime() + pauses.unknownMillis() * 1_000_000));
            throw e;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled while it waited for the schema registry");
        }
    }

    private RegistryAnswer answer(int id) throws InterruptedException {
        long startNanos = System.nanoTime();
        long pauseMillis = pauses.firstMillis();
        boolean waited = false;
        while (true) {
            RegistryAnswer answer = tryOnce(id, waited);
            if (answer != null) {
                if (waited) {
                    long seconds = (System.nanoTime() - startNanos) / SECOND_NANOS;
                    LOG.info("The schema registry {} answers after {} s", client.url(), seconds);
                }
                return answer;
            }
            waited = true;
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, pauses.longestMillis());
        }
    }

    /** An answer of a registry, or null where there is none yet. */
    private @Nullable RegistryAnswer tryOnce(int id, boolean waited) throws InterruptedException {
        String problem;
        try {
            RegistryAnswer answer = client.schema(id);
            if (answer.saysWhetherThereIsASchema()) {
                return answer;
            }
            problem = answer.words();
        } catch (UnreachableRegistryException | WrongUseException failure) {
            problem = String.valueOf(failure.getMessage());
        }
        if (!waited) {
            LOG.warn(
                    "Waiting for the schema registry {}, which is asked for schema {}: {}."
                            + " Its records wait, none is dead-lettered.",
                    client.url(),
                    id,
                    problem);
        }
        return null;
    }
}
