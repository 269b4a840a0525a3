/**
 * Whether a reading can be believed: kept, suspect or rejected, each with its reason. A reading is judged by itself ({@code AcceptanceRules})
 * and against what its channel (bed, device, variable) said before; {@code ReadingCleaner} puts the rules in order.
 *
 * <p>The principle: doubt is short and never silences. A value outside the soft range is kept and marked, since a dying patient has
 * implausible values; a jump is doubted for seconds only; a still value is doubted only while it looks normal. Nothing is changed
 * but the unit. Not decided here: who lies on the bed ({@code org.vigie.signal.identify}) and what a missing value means
 * ({@code org.vigie.signal.impute}).
 */
@NullMarked
package org.vigie.signal.clean;

import org.jspecify.annotations.NullMarked;
