/**
 * Watches how often published alarm rules call a unit, and restores the rules before them.
 *
 * <p>Decided here: when calls come faster than the trial of the rules promised. Not decided here: which rules are in force at a time
 * ({@code org.vigie.records}).
 */
@NullMarked
package org.vigie.analytics.rules;

import org.jspecify.annotations.NullMarked;
