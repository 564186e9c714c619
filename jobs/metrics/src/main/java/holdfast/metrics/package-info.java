/**
 * Serves the job's own metrics to Prometheus, from inside Flink: a plugin that knows the catalogue
 * and Flink's metric types, nothing else.
 */
@NullMarked
package holdfast.metrics;

import org.jspecify.annotations.NullMarked;
