/** Checks of what Kubernetes is asked for. */
@NullMarked
package holdfast.k8s;

import org.jspecify.annotations.NullMarked;
