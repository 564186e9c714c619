/** The learning job against Kafka, and the command that runs it here. */
@NullMarked
package holdfast.app.learn;

import org.jspecify.annotations.NullMarked;
