package holdfast.app.kafka;

import holdfast.app.options.Delivery;
import holdfast.flink.wire.EncodedRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the scoring job writes to Kafka. */
public record Sinks(EndSettings ends) {

    private static final double SECOND_MILLIS = 1_000;

    /** Scores, alerts and dead letters: one producer and one transaction a task. */
    public void write(DataStream<EncodedRecord> records) {
        KafkaSinkBuilder<EncodedRecord> sink = sink(new RecordWriter(ends.topics()));
        if (ends.delivery() == Delivery.EXACTLY_ONCE) {
            sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                    .setTransactionalIdPrefix(ends.groupId());
        }
        records.sinkTo(sink.build()).uid("write-records").name("Write scores and alerts");
    }

    /**
     * What scores are learned from, in order: by one producer, which may repeat after a restart.
     */
    public void teach(DataStream<EncodedRecord> training) {
        training.sinkTo(sink(new RecordWriter(ends.topics())).build())
                .setParallelism(1)
                .uid("write-training")
                .name("Write training records");
    }

    /** Models, population figures and reports of the learning job, in order. */
    public void publish(DataStream<EncodedRecord> learned) {
        learned.sinkTo(sink(new RecordWriter(ends.topics())).build())
                .setParallelism(1)
                .uid("write-learned")
                .name("Publish models");
    }

    /** Lets the job write ticks itself, by the wall clock. */
    public void tick(StreamExecutionEnvironment env, TickPace pace) {
        DataGeneratorSource<Long> counter =
                new DataGeneratorSource<>(
                        count -> count,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(SECOND_MILLIS / pace.intervalMillis()),
                        Types.LONG);
        TickWriter writer = new TickWriter(ends.topics().name(Topic.TICKS), pace);
        env.fromSource(counter, WatermarkStrategy.noWatermarks(), "Tick")
                .setParallelism(1)
                .uid("tick")
                .sinkTo(sink(writer).build())
                .setParallelism(1)
                .uid("write-ticks")
                .name("Write ticks");
    }

    private <T> KafkaSinkBuilder<T> sink(KafkaRecordSerializationSchema<T> writer) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(ends.cluster().bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setKafkaProducerConfig(ClientSettings.writing(ends.cluster()))
                .setRecordSerializer(writer);
    }
}
