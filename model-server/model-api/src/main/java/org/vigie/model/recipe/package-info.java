/** Reads the recipe file of a model. Not decided here: what its steps do; see {@code org.vigie.signal.impute}. */
@NullMarked
package org.vigie.model.recipe;

import org.jspecify.annotations.NullMarked;
