/** What a learned score sees of a customer. */
@NullMarked
package holdfast.core.features;

import org.jspecify.annotations.NullMarked;
