/**
 * Builds ward stories, the input of tests: {@code ward.bed("A3").heartRate("82 84 83 250 84").every(1, SECONDS)}.
 *
 * <p>Decided here: how a story becomes raw observations, clean observations, alerts and scores. Not decided here: how the apps process
 * them.
 */
package org.vigie.testing.story;
