/** The schema registry: asked for the schemas of records, told those of alerts and scores. */
@NullMarked
package holdfast.app.registry;

import org.jspecify.annotations.NullMarked;
