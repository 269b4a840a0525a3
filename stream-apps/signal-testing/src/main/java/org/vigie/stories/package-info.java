/**
 * Ward stories: what monitors say, as a test tells it. {@code ward.bed("A3").heartRate("82 84 83 250 84").every(1, SECONDS)}.
 *
 * <p>Decided here: how a story becomes raw observations. Not decided here: what any app makes of them.
 */
package org.vigie.stories;
