/** The operators of the scoring job: they load, step, store and re-arm. */
@NullMarked
package holdfast.flink.operator;

import org.jspecify.annotations.NullMarked;
