/**
 * The edge: bytes become checked arrivals once, and alerts and scores become bytes.
 *
 * <p>After {@link holdfast.flink.wire.Normalizer} nothing is null, without a unit or out of range,
 * and nothing checks again.
 */
@NullMarked
package holdfast.flink.wire;

import org.jspecify.annotations.NullMarked;
