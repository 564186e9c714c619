/** Shows alerts to people, as they arrive. */
@NullMarked
package holdfast.app.tail;

import org.jspecify.annotations.NullMarked;
