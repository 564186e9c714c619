/** Builds state, models and figures from history, from which the live job goes on. */
@NullMarked
package holdfast.app.bootstrap;

import org.jspecify.annotations.NullMarked;
