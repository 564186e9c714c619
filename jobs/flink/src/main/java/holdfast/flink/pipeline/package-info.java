/** The scoring job between its ends: streams in, one stream out. */
@NullMarked
package holdfast.flink.pipeline;

import org.jspecify.annotations.NullMarked;
