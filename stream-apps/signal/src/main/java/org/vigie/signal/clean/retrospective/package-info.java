/**
 * Finds artefacts in a recording that has ended, from the values before and after and from the other variables.
 *
 * <p>It prepares the stays that a model learns from, and is never used live: what happens next is not known at the bedside.
 */
@NullMarked
package org.vigie.signal.clean.retrospective;

import org.jspecify.annotations.NullMarked;
