/** Judges scores against what became of the customers. */
@NullMarked
package holdfast.core.evaluation;

import org.jspecify.annotations.NullMarked;
