/** Proposes and verifies the mapping of somebody else's events, from a file or a topic. */
@NullMarked
package holdfast.app.map;

import org.jspecify.annotations.NullMarked;
