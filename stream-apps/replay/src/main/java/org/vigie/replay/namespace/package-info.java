/**
 * Keeps the topics of replays apart from those of the wards.
 *
 * <p>Decided here: which namespaces belong to replays, and that a replay writes to no other topic.
 */
@NullMarked
package org.vigie.replay.namespace;

import org.jspecify.annotations.NullMarked;
