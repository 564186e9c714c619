import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.common.serialization.StringDeserializer;

public class AlertConsumer {
    public static void main(String[] args) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", args[0], "group.id", "crm", "auto.offset.reset", "earliest");
        Map<String, Integer> done = new HashMap<>(); // newest step by alert; yours is a table
        var text = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            consumer.subscribe(List.of("retention.alerts.v1"));
            while (true) {
                for (ConsumerRecord<String, String> alert : consumer.poll(Duration.ofSeconds(1))) {
                    String[] id = header(alert, "ce_id").split("\\."); // alert_id, sequence
                    int step = Integer.parseInt(id[1]);
                    if (step <= done.getOrDefault(id[0], 0)) continue; // delivered again
                    done.put(id[0], step);
                    switch (header(alert, "ce_type")) {
                        case "holdfast.alert.opened.v1", "holdfast.alert.escalated.v1" ->
                                System.out.println("call " + alert.key() + " about " + id[0]);
                        default -> // recovered, retracted, expired
                                System.out.println("cancel the call about " + id[0]);
                    }
                }
            }
        }
    }

    static String header(ConsumerRecord<String, String> alert, String name) {
        return new String(alert.headers().lastHeader(name).value());
    }
}
