/**
 * Plays seeded patients with ground truth and real recordings as beds on to {@code observations.raw}.
 *
 * <p>Decided here: when a record is sent, and where sending continues after a restart. The sub-packages decide what a bed sends at an
 * instant; they know neither Kafka nor a clock.
 */
package org.vigie.simulator;
