/**
 * Replays the past of a ward in a namespace of its own.
 *
 * <p>Decided here: which records are replayed, and at which moments. Not decided here: what the steps do; they are those of the apps.
 */
@NullMarked
package org.vigie.replay.ward;

import org.jspecify.annotations.NullMarked;
