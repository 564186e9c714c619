/** A seeded shop whose customers' true lifetimes are known, and the traffic faults of real life. */
@NullMarked
package holdfast.simulator;

import org.jspecify.annotations.NullMarked;
