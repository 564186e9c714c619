/** Buy-till-you-die: the risk of silence from a customer's own history, without labels. */
@NullMarked
package holdfast.core.prior;

import org.jspecify.annotations.NullMarked;
