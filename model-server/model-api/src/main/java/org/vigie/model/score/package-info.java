/**
 * The port through which a stay's window is scored: what is asked, what is answered, what can go wrong. Knows no engine and no wire.
 */
@NullMarked
package org.vigie.model.score;

import org.jspecify.annotations.NullMarked;
