/** The job among faults: what it promises holds, whatever comes and whoever goes. */
@NullMarked
package holdfast.app.faults;

import org.jspecify.annotations.NullMarked;
