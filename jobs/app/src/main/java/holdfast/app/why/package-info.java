/** Explains one customer's latest score. */
@NullMarked
package holdfast.app.why;

import org.jspecify.annotations.NullMarked;
