/** Dashboards, alert rules and runbooks are held to what the running job shows. */
@NullMarked
package holdfast.app.monitoring;

import org.jspecify.annotations.NullMarked;
