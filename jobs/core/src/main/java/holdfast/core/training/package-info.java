/** What the engine tells of customers so that scores can be learned. */
@NullMarked
package holdfast.core.training;

import org.jspecify.annotations.NullMarked;
