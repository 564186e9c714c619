/** Savepoints of released versions, which every later build must go on from. */
@NullMarked
package holdfast.app.upgrade;

import org.jspecify.annotations.NullMarked;
