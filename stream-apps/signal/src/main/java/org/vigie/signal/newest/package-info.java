/**
 * Defines which of two readings is the newest.
 *
 * <p>Decided here, and nowhere else: when a reading was measured by the ward's clock ({@code DeviceClock}), and which reading replaces
 * which ({@code NewestReadingRule}). The cleaner, the alarms and the station use these rules. Not decided here: how old a value may be and
 * still be used ({@code org.vigie.signal.vitals.FreshnessRules}). The reasons are in docs/decisions/0029-what-newest-means.md.
 */
@NullMarked
package org.vigie.signal.newest;

import org.jspecify.annotations.NullMarked;
