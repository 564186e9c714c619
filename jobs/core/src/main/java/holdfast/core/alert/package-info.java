/** The messages that leave the engine. */
@NullMarked
package holdfast.core.alert;

import org.jspecify.annotations.NullMarked;
