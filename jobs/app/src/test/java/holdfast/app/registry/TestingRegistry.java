package holdfast.app.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry that answers as it is told: each answer once, the last one for ever. */
final class TestingRegistry implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedDeque<Told> told = new ConcurrentLinkedDeque<>();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A request: method and path, the login that came with it, and its body. */
    record Heard(String line, String login, String body) {}

    private record Told(int status, String body, boolean silent) {}

    TestingRegistry() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What to answer next, after what was told before; single quotes stand for double ones. */
    TestingRegistry tell(int status, String body) {
        told.add(new Told(status, body.replace('\'', '"'), false));
        return this;
    }

    /** Takes the next request and never ends its answer. */
    TestingRegistry fallSilent() {
        told.add(new Told(200, "{", true));
        return this;
    }

    List<Heard> heard() {
        return List.copyOf(new ArrayDeque<>(heard));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        heard.add(
                new Heard(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        String.valueOf(login),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Told next = told.size() > 1 ? told.removeFirst() : told.getFirst();
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(next.status(), next.silent() ? 1_000_000 : body.length);
        exchange.getResponseBody().write(body);
        if (next.silent()) {
            exchange.getResponseBody().flush();
            awaitClosing();
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
