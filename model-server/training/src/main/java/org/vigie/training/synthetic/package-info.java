/**
 * Makes synthetic stays out of recorded ones, and measures what they are worth and what they tell about the recorded ones.
 *
 * <p>Not decided here: how trees learn; see {@code org.vigie.training.learn.tree}.
 */
package org.vigie.training.synthetic;
