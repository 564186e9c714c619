@NullMarked
package holdfast.flink.wire;

import org.jspecify.annotations.NullMarked;
