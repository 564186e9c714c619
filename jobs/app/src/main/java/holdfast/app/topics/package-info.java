/** The command that plans, creates and mends the topics of a deployment. */
@NullMarked
package holdfast.app.topics;

import org.jspecify.annotations.NullMarked;
