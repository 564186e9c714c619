/** What other programs rely on: topics, messages, headers, and what is written about them. */
@NullMarked
package holdfast.app.contract;

import org.jspecify.annotations.NullMarked;
