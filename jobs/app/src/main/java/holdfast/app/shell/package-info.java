/** What every command shares: how it fails, and how it reads its words. */
@NullMarked
package holdfast.app.shell;

import org.jspecify.annotations.NullMarked;
