/**
 * Small plots as SVG text: they need no script, no font and no network, and survive a photocopier.
 */
@NullMarked
package holdfast.app.backtest.plot;

import org.jspecify.annotations.NullMarked;
