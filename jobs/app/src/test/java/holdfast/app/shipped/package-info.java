/** What leaves the house: the job jar and the papers that go with it. */
@NullMarked
package holdfast.app.shipped;

import org.jspecify.annotations.NullMarked;
