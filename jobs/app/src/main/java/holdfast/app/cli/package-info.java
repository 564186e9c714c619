/** The command line: its shell, its errors and its commands. */
@NullMarked
package holdfast.app.cli;

import org.jspecify.annotations.NullMarked;
