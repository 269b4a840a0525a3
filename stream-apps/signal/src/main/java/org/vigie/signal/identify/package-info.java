/**
 * Finds the stay of each reading from its bed and time.
 *
 * <p>A stay holds its bed over {@code [from, until)}. Readings from a bed without an admission belong to a provisional stay and are
 * monitored too.
 *
 * <p>Not decided here: whether the reading is plausible; see {@code org.vigie.signal.clean}.
 */
@NullMarked
package org.vigie.signal.identify;

import org.jspecify.annotations.NullMarked;
