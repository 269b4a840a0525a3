/**
 * Compares the results of a replay with those that the ward recorded.
 *
 * <p>Decided here: which records belong to each other, which fields are compared, and what is named as the cause of a difference.
 */
@NullMarked
package org.vigie.replay.compare;

import org.jspecify.annotations.NullMarked;
