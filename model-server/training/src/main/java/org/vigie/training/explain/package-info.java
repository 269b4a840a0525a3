/**
 * Why a model said what it said, in words: the inputs that moved a risk most, with what was measured. Not decided here: how much each input
 * moved it; the serving engine computes that.
 */
package org.vigie.training.explain;
