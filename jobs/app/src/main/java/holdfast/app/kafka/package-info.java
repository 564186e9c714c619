/** The scoring job's ends in Kafka: topics, sources with their clocks, sinks. */
@NullMarked
package holdfast.app.kafka;

import org.jspecify.annotations.NullMarked;
