/**
 * Whose reading it is: bed and time to stay. A stay holds its bed over {@code [from, until)}; a bed without an admission is watched
 * under a provisional stay, never ignored.
 *
 * <p>Not decided here: whether the reading can be believed; see {@code org.vigie.signal.clean}.
 */
@NullMarked
package org.vigie.signal.identify;

import org.jspecify.annotations.NullMarked;
