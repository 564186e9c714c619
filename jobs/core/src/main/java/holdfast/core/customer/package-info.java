/** The state of one customer, its bytes and their bound. */
@NullMarked
package holdfast.core.customer;

import org.jspecify.annotations.NullMarked;
