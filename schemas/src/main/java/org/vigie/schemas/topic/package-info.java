/**
 * The topic catalogue: every topic's name, key, value, partitions, retention and clean-up, in one place.
 *
 * <p>Topics are created from it; no app spells a topic's name. Serdes are made from it in {@code org.vigie.schemas.serde}.
 */
@NullMarked
package org.vigie.schemas.topic;

import org.jspecify.annotations.NullMarked;
