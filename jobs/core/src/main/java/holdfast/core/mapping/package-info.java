/** Proposes where the parts of an activity lie in somebody else's messages, from a sample. */
@NullMarked
package holdfast.core.mapping;

import org.jspecify.annotations.NullMarked;
