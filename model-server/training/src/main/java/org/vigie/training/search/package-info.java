/**
 * Searches settings of trees and networks: random settings, evaluated out of fold by successive halving.
 *
 * <p>Not decided here: the shipped settings, which people choose in {@code EnsembleConfig}.
 */
package org.vigie.training.search;
