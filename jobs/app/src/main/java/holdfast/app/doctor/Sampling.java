package holdfast.app.doctor;

import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicFacts;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads the newest records of each topic of events as the job's edge would. */
record Sampling(Deployment deployment, int count, RecordReader reader, SchemaSource schemas) {

    List<Facts.Sample> samples(Map<String, TopicFacts> topics) {
        List<Facts.Sample> samples = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            TopicFacts found = topics.get(deployment.topics().name(topic));
            if (topic.source().isPresent() && found != null && found.visible()) {
                samples.add(sample(found, topic.source().get()));
            }
        }
        return samples;
    }

    private Facts.Sample sample(TopicFacts topic, SourceKind source) {
        Normalizer normalizer =
                Normalizer.of(
                        source,
                        deployment.playbook().mapping(),
                        deployment.playbook().currency(),
                        deployment.limits(),
                        schemas);
        int read = 0;
        int unidentified = 0;
        Map<String, Integer> refused = new TreeMap<>();
        try {
            for (ConsumerRecord<byte[], byte[]> entry : reader.newest(topic, count)) {
                Arrival arrival = normalizer.arrival(origin(entry), entry.value());
                read++;
                switch (arrival.kind()) {
                    case REJECTED -> refused.merge(arrival.reason().name(), 1, Integer::sum);
                    case UNIDENTIFIED -> unidentified++;
                    case ACTIVITY, CONTROL, TICK -> {}
                }
            }
        } catch (KafkaException failure) {
            String problem = String.valueOf(failure.getMessage());
            return new Facts.Sample(topic.name(), 0, 0, Map.of(), problem);
        }
        return new Facts.Sample(topic.name(), read, unidentified, refused, "");
    }

    private static Origin origin(ConsumerRecord<byte[], byte[]> entry) {
        return new Origin(entry.topic(), entry.partition(), entry.offset(), entry.timestamp());
    }
}
