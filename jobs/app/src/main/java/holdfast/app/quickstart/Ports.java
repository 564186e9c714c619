package holdfast.app.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports for servers in this process. */
public final class Ports {

    private static final int TRIES = 20;

    private Ports() {}

    /** The preferred port if nobody listens there, else any free one. */
    public static int freeOr(int preferred) {
        return isFree(preferred) ? preferred : anyFree();
    }

    /** The first port from this one on where nobody listens, or 0 if there is none near. */
    public static int atOrAfter(int port) {
        for (int candidate = port; candidate < port + TRIES; candidate++) {
            if (isFree(candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port where nobody listens, other than one that is to be used soon. */
    public static int anyFreeBut(int taken) {
        int port = anyFree();
        while (port == taken) {
            port = anyFree();
        }
        return port;
    }

    /** A port where nobody listens. Asked twice, it may say the same. */
    public static int anyFree() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port", failure);
        }
    }
}
