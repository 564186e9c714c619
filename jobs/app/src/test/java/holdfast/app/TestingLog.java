package holdfast.app;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that this process logs from now on, down to DEBUG where that is asked for. */
public final class TestingLog extends AbstractAppender implements AutoCloseable {

    private static final PatternLayout LAYOUT =
            PatternLayout.newBuilder().withPattern("%p %c [%t] %m%n%xEx").build();

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    private TestingLog() {
        super("testing-" + System.nanoTime(), null, LAYOUT, true, Property.EMPTY_ARRAY);
    }

    /**
     * Begins.
     *
     * @param talkative names of loggers that are to log at DEBUG
     */
    public static TestingLog start(String... talkative) {
        TestingLog log = new TestingLog();
        log.start();
        for (String name : talkative) {
            Configurator.setLevel(name, Level.DEBUG);
        }
        log.context.getConfiguration().getRootLogger().addAppender(log, Level.ALL, null);
        log.context.updateLoggers();
        return log;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(new String(LAYOUT.toByteArray(event), StandardCharsets.UTF_8));
    }

    /** All so far as one text. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        context.reconfigure();
        stop();
    }
}
