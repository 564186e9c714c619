/** Probabilities of losing a customer, what they are made of, and when they cross a line. */
@NullMarked
package holdfast.core.score;

import org.jspecify.annotations.NullMarked;
