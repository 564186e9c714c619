/** A broker to try things with. */
@NullMarked
package holdfast.app.broker;

import org.jspecify.annotations.NullMarked;
