/**
 * Checks all stays at regular intervals for what only a clock can show.
 *
 * <p>Decided here: when a stay is silent, late, unread or ended, and when its state is deleted.
 */
@NullMarked
package org.vigie.alerts.sweep;

import org.jspecify.annotations.NullMarked;
