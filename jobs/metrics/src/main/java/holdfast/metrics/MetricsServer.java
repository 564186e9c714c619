package holdfast.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;

/**
 * Answers Prometheus over HTTP, in the text format or in OpenMetrics, as it asks. Its threads keep
 * no process alive.
 */
final class MetricsServer implements AutoCloseable {

    private final HTTPServer server;

    private MetricsServer(HTTPServer server) {
        this.server = server;
    }

    /**
     * Listens on the first port that is free.
     *
     * @throws PortsTakenException if none is
     */
    static MetricsServer start(String host, PortRange ports, MultiCollector source)
            throws PortsTakenException {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(source);
        IOException lastFailure = new IOException("no port was tried");
        for (int port = ports.first(); port <= ports.last(); port++) {
            try {
                return new MetricsServer(
                        HTTPServer.builder()
                                .hostname(host)
                                .port(port)
                                .registry(registry)
                                .buildAndStart());
            } catch (IOException taken) {
                lastFailure = taken;
            }
        }
        throw new PortsTakenException(host, ports, lastFailure);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
