/** What a customer did, and what becomes of every record that says so. */
@NullMarked
package holdfast.core.activity;

import org.jspecify.annotations.NullMarked;
