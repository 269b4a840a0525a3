/**
 * Defines every topic's name, key, value, partitions, retention and clean-up in one place.
 *
 * <p>Topics are created from this catalogue; no app contains the name of a topic. {@code org.vigie.schemas.serde} makes the serdes from it.
 */
@NullMarked
package org.vigie.schemas.topic;

import org.jspecify.annotations.NullMarked;
