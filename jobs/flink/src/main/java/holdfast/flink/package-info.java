/** Carries the core on Flink: wire formats, serializers, operators and pipelines. */
@NullMarked
package holdfast.flink;

import org.jspecify.annotations.NullMarked;
