/** Bytes and hashes that are the same on every machine and in every release. */
@NullMarked
package holdfast.core.bytes;

import org.jspecify.annotations.NullMarked;
