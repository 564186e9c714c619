/** Strict reading of YAML and JSON documents, with the line of every problem. */
@NullMarked
package holdfast.core.document;

import org.jspecify.annotations.NullMarked;
