/**
 * Publishes alarm rules for a running ward.
 *
 * <p>Decided here: which rules may be published after which trial. Not decided here: when they are in force ({@code org.vigie.records}), and
 * when they are rolled back without a person ({@code org.vigie.analytics.rules}).
 */
@NullMarked
package org.vigie.replay.publication;

import org.jspecify.annotations.NullMarked;
