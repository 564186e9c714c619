package holdfast.app.kafka;

import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Sends each record to the topic of its kind, a refused one to the dead letters of its origin. */
final class RecordWriter implements KafkaRecordSerializationSchema<EncodedRecord> {

    private static final long serialVersionUID = 1L;

    private final String alerts;
    private final String scores;
    private final String quality;
    private final String training;
    private final String models;
    private final CloudEventHeaders headers;
    private final HashMap<String, String> deadLetters = new HashMap<>();

    RecordWriter(Topics topics) {
        this.alerts = topics.name(Topic.ALERTS);
        this.scores = topics.name(Topic.SCORES);
        this.quality = topics.name(Topic.QUALITY);
        this.training = topics.name(Topic.TRAINING);
        this.models = topics.name(Topic.MODELS);
        this.headers = new CloudEventHeaders(topics.prefix());
        for (Topic topic : Topic.values()) {
            if (topic.hasDeadLetters()) {
                deadLetters.put(topics.name(topic), topics.deadLetterName(topic));
            }
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            EncodedRecord encoded, KafkaSinkContext context, @Nullable Long timestamp) {
        return produced(encoded);
    }

    /** The record that Kafka gets, whatever task sends it. */
    ProducerRecord<byte[], byte[]> produced(EncodedRecord encoded) {
        return switch (encoded.kind()) {
            case ALERT -> named(alerts, encoded);
            case SCORE -> named(scores, encoded);
            case QUALITY -> named(quality, encoded);
            case TRAINING -> of(training, encoded);
            case PUBLISHED -> of(models, encoded);
            case DEAD_LETTER -> deadLetter(encoded);
        };
    }

    private ProducerRecord<byte[], byte[]> named(String topic, EncodedRecord encoded) {
        ProducerRecord<byte[], byte[]> produced = of(topic, encoded);
        headers.write(encoded, produced.headers());
        return produced;
    }

    private ProducerRecord<byte[], byte[]> deadLetter(EncodedRecord encoded) {
        EncodedRecord.Refused refused = encoded.refused();
        Origin origin = refused.origin();
        String topic = Objects.requireNonNull(deadLetters.get(origin.topic()), origin.topic());
        ProducerRecord<byte[], byte[]> produced = of(topic, encoded);
        Headers why = produced.headers();
        why.add("reason", utf8(refused.reason().name()));
        why.add("detail", utf8(refused.detail()));
        why.add("origin_topic", utf8(origin.topic()));
        why.add("origin_partition", utf8(Integer.toString(origin.partition())));
        why.add("origin_offset", utf8(Long.toString(origin.offset())));
        why.add("origin_timestamp", utf8(Long.toString(origin.timestampMillis())));
        return produced;
    }

    private static ProducerRecord<byte[], byte[]> of(String topic, EncodedRecord encoded) {
        byte[] key = encoded.key().length == 0 ? null : encoded.key();
        Long timestampMillis = encoded.timestampMillis() < 0 ? null : encoded.timestampMillis();
        return new ProducerRecord<>(topic, null, timestampMillis, key, encoded.value());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
