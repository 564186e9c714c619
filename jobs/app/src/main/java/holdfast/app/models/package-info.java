/** Published models: which there are, which is in force, what they say, and how to change it. */
@NullMarked
package holdfast.app.models;

import org.jspecify.annotations.NullMarked;
