/** The programs: command line, job mains and the Kafka ends. */
@NullMarked
package holdfast.app;

import org.jspecify.annotations.NullMarked;
