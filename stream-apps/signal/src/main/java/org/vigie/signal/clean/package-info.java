/**
 * Decides whether a reading is kept, suspect, rejected or retracted, with a reason.
 *
 * <p>A reading is checked by itself ({@code AcceptanceRules}) and against the earlier readings of its channel (bed, device, variable).
 * {@code ReadingCleaner} applies the rules in order.
 *
 * <p>Suspicion is short and never silences an alarm. A value outside the soft range is kept and marked, because a dying patient has
 * implausible values. A jump is suspect for seconds only. A reading that others of its instant contradict is suspect while another value calls. An unchanged value is suspect only while it looks normal. Only the unit of a
 * value is changed.
 *
 * <p>Not decided here: the stay on the bed ({@code org.vigie.signal.identify}) and the replacement of a missing value ({@code
 * org.vigie.signal.impute}).
 */
@NullMarked
package org.vigie.signal.clean;

import org.jspecify.annotations.NullMarked;
