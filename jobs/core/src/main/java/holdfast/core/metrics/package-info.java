/** What the running job tells about itself: every metric, named and described in one place. */
@NullMarked
package holdfast.core.metrics;

import org.jspecify.annotations.NullMarked;
