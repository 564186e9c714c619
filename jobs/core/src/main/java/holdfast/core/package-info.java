/**
 * The plain, deterministic heart of Holdfast: arguments in, result out; no clock, no I/O, no Flink.
 */
@NullMarked
package holdfast.core;

import org.jspecify.annotations.NullMarked;
