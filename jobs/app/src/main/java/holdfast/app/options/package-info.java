/** The scoring job's options: typed, described, and checked before anything starts. */
@NullMarked
package holdfast.app.options;

import org.jspecify.annotations.NullMarked;
