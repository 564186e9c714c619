/** The whole job from Kafka to Kafka, timed. */
@NullMarked
package holdfast.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
