/**
 * How scores are learned from what became of customers: snapshots with their outcome, experts that
 * are fitted to them, and the one linear score that the experts teach.
 */
@NullMarked
package holdfast.core.learning;

import org.jspecify.annotations.NullMarked;
