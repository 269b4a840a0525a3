/**
 * Computes up to which instant everything that the beds sent has been processed by vitals-streams and alert-streams.
 *
 * <p>Not decided here: what follows when readings wait. alert-streams and the station decide it.
 */
@NullMarked
package org.vigie.platform.progress;

import org.jspecify.annotations.NullMarked;
