/** What a laptop needs to run everything in one process: a broker, and an orderly end. */
@NullMarked
package holdfast.app.quickstart;

import org.jspecify.annotations.NullMarked;
