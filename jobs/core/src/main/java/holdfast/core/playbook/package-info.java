/** Retention knowledge as data: what counts as churn, and when to speak up about it. */
@NullMarked
package holdfast.core.playbook;

import org.jspecify.annotations.NullMarked;
