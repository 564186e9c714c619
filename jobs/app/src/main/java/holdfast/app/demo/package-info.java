/** A shop in fast motion, scored live: broker, cluster, simulator and screen in one process. */
@NullMarked
package holdfast.app.demo;

import org.jspecify.annotations.NullMarked;
