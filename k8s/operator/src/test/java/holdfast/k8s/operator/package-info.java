/** The job before the validator of the Flink Kubernetes Operator. */
@NullMarked
package holdfast.k8s.operator;

import org.jspecify.annotations.NullMarked;
