/** The command that examines a deployment's Kafka and says what to mend. */
@NullMarked
package holdfast.app.doctor;

import org.jspecify.annotations.NullMarked;
