package holdfast.app.job;

import java.io.IOException;
import java.net.ServerSocket;

/** Finds a port that nobody listens on. */
final class FreePort {

    private static final int TRIES = 20;

    private FreePort() {}

    /** The first free port from this one on, or 0 if there is none near. */
    static int atOrAfter(int port) {
        for (int candidate = port; candidate < port + TRIES; candidate++) {
            if (isFree(candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
