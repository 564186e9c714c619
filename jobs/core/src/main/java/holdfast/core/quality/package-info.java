/** How good scores have been, and how far customers have moved from those they were learned of. */
@NullMarked
package holdfast.core.quality;

import org.jspecify.annotations.NullMarked;
