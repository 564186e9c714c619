package holdfast.flink.serialize;

/**
 * What the customers of one key group amount to. Immutable.
 *
 * @param keyGroup the part of all customers that moves as a whole when the number of tasks changes
 * @param customers with state
 * @param bytes of their states as they are serialized
 * @param wakeups customers with a timer
 */
public record GroupSums(int keyGroup, long customers, long bytes, long wakeups) {}
