/** The scoring job: its main, what it is set up with, and a cluster for it in this process. */
@NullMarked
package holdfast.app.job;

import org.jspecify.annotations.NullMarked;
