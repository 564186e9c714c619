/** How data travels between operators and lies in state: plain codecs under one serializer. */
@NullMarked
package holdfast.flink.serialize;

import org.jspecify.annotations.NullMarked;
