/** What depends on the order in which things came: alerts, wake-up, duplicates. */
@NullMarked
package holdfast.core.episode;

import org.jspecify.annotations.NullMarked;
