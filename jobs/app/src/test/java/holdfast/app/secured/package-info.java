/** The programs against a Kafka that asks for TLS, a password and rights. */
@NullMarked
package holdfast.app.secured;

import org.jspecify.annotations.NullMarked;
