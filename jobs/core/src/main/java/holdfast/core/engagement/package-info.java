/** What a customer has done, folded so that order does not matter. */
@NullMarked
package holdfast.core.engagement;

import org.jspecify.annotations.NullMarked;
