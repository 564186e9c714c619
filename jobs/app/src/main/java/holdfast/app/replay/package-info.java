/** Plays an event log into Kafka, as fast as wanted, with its own clock. */
@NullMarked
package holdfast.app.replay;

import org.jspecify.annotations.NullMarked;
