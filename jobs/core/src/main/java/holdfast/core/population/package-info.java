/** Figures about all customers, published and versioned. */
@NullMarked
package holdfast.core.population;

import org.jspecify.annotations.NullMarked;
