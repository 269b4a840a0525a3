/**
 * The current value of each vital sign of a stay: which value is the newest and how long it is fresh. Scores are computed in
 * {@code earlywarning}.
 */
@NullMarked
package org.vigie.signal.vitals;

import org.jspecify.annotations.NullMarked;
