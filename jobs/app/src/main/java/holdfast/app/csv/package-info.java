/** Event logs in the common CSV form: read fast, refused row by row, kept in columns. */
@NullMarked
package holdfast.app.csv;

import org.jspecify.annotations.NullMarked;
