/**
 * What "newest" means: which of two readings says more of now.
 *
 * <p>Decided here, and nowhere else: when a reading was measured by the ward's clock ({@code DeviceClock}), and which reading replaces
 * which ({@code NewestReadingRule}). The cleaner, the alarms and the station ask it. Not decided here: how old a value may be and still be used
 * ({@code org.vigie.signal.earlywarning.Freshness}). Why it is so: docs/decisions/0029-what-newest-means.md.
 */
@NullMarked
package org.vigie.signal.newest;

import org.jspecify.annotations.NullMarked;
