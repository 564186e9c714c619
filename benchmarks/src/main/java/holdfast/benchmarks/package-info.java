/** JMH benchmarks; results live in benchmarks/results. */
@NullMarked
package holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
