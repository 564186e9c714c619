package holdfast.app.quickstart;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a program has started, closed in reverse order when it ends or is interrupted (Ctrl-C).
 *
 * <p>Each part is closed once, even when both happen; a part that fails to close does not keep the
 * others open. Thread-safe.
 */
public final class ShutdownStack implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread onInterrupt = new Thread(this::closeParts, "holdfast-shutdown");

    private ShutdownStack() {}

    /** Makes a stack that also closes when the process is asked to end. */
    public static ShutdownStack closedOnInterrupt() {
        ShutdownStack stack = new ShutdownStack();
        Runtime.getRuntime().addShutdownHook(stack.onInterrupt);
        return stack;
    }

    /** Takes a part to close before all parts taken so far, and returns it. */
    public synchronized <T extends AutoCloseable> T push(T part) {
        parts.push(part);
        return part;
    }

    /** Closes every part, the newest first. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook runs, and the lock makes one of us close the parts.
        }
        closeParts();
    }

    private synchronized void closeParts() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                System.err.println("holdfast: could not stop cleanly: " + failure);
            }
        }
    }
}
