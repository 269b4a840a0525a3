/**
 * The bedside: seeded patients with ground truth and real recordings, played as beds on to {@code observations.raw}.
 *
 * <p>Decided here: when a record is sent, where the feed goes on after a restart. What a bed says at an instant is decided in the
 * sub-packages, which know neither Kafka nor a clock.
 */
package org.vigie.simulator;
