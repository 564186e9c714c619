/** Scores a past event log at past instants, with the live core, and shows how good that was. */
@NullMarked
package holdfast.app.backtest;

import org.jspecify.annotations.NullMarked;
