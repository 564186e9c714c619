package holdfast.flink.wire;

/**
 * Where a record was read from.
 *
 * @param topic name of the topic, prefix included
 * @param partition partition within the topic, from 0
 * @param offset offset within the partition, from 0
 * @param timestampMillis the record's Kafka timestamp, UTC; the measure of what lies in the future
 */
public record Origin(String topic, int partition, long offset, long timestampMillis) {}
