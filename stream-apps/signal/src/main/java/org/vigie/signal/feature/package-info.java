/**
 * What a model is told about a stay beside its window: age, sex, height, weight and kind of unit as numbers.
 *
 * <p>The same code encodes the live stream and the training data. Not decided here: how a model scales its inputs; that lies inside its
 * graph.
 */
@NullMarked
package org.vigie.signal.feature;

import org.jspecify.annotations.NullMarked;
