/**
 * What fills an empty cell: the last value with its age, else the normal value. What was measured, carried and assumed is told apart.
 *
 * <p>Causal: a cell is filled from its own hour and earlier ones only.
 */
@NullMarked
package org.vigie.signal.impute;

import org.jspecify.annotations.NullMarked;
