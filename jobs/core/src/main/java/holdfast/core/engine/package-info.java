/** The rules of the house: what an event and a wake-up do to a customer. */
@NullMarked
package holdfast.core.engine;

import org.jspecify.annotations.NullMarked;
