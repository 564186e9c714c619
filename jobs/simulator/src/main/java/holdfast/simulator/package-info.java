/** Made-up customers whose churn is known, for demos and tests. */
@NullMarked
package holdfast.simulator;

import org.jspecify.annotations.NullMarked;
