/**
 * Computes up to which instant everything that the beds sent has been processed.
 *
 * <p>Not decided here: what follows when readings wait; see {@code org.vigie.alerts.sweep}.
 */
@NullMarked
package org.vigie.alerts.progress;

import org.jspecify.annotations.NullMarked;
