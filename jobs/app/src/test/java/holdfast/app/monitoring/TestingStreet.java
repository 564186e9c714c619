package holdfast.app.monitoring;

import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.quickstart.MetricPorts;
import holdfast.app.quickstart.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Shops that share a broker, their customers, and the Prometheus that watches them. */
final class TestingStreet implements AutoCloseable {

    private static final int PORTS_FROM = 19_400;

    private final EmbeddedBroker broker;
    private final List<TestingShop> shops = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final KafkaProducer<byte[], byte[]> producer;
    private final TestingPrometheus prometheus;

    private TestingStreet(Path directory, List<String> names) throws Exception {
        broker = EmbeddedBroker.startTemporary();
        int port = PORTS_FROM;
        for (String name : names) {
            MetricPorts ports = MetricPorts.atOrAfter(port, port + 1);
            shops.add(TestingShop.open(name, broker.bootstrap(), directory, ports));
            port = ports.churn() + 1;
        }
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.bootstrap());
        producer = new KafkaProducer<>(settings, bytes, bytes);
        var unused = clock.scheduleAtFixedRate(this::step, 0, 100, TimeUnit.MILLISECONDS);
        List<TestingPrometheus.Target> targets = shops.stream().map(TestingShop::target).toList();
        prometheus =
                TestingPrometheus.start(
                        directory, Ports.atOrAfter(port), targets, FastMotion.rules());
    }

    /** Opens shops of these names, which are their namespaces too. */
    static TestingStreet open(Path directory, String... names) throws Exception {
        return new TestingStreet(directory, List.of(names));
    }

    private void step() {
        shops.forEach(shop -> shop.step(producer));
    }

    TestingShop shop(String name) {
        return shops.stream().filter(shop -> shop.name().equals(name)).findFirst().orElseThrow();
    }

    TestingPrometheus prometheus() {
        return prometheus;
    }

    @Override
    public void close() throws Exception {
        prometheus.close();
        clock.shutdownNow();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        for (TestingShop shop : shops) {
            shop.close();
        }
        producer.close();
        broker.close();
    }
}
