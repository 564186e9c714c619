/** Durations, reporting days and values that change at a time. */
@NullMarked
package holdfast.core.time;

import org.jspecify.annotations.NullMarked;
