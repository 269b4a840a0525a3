/**
 * The newest values of a stay with their age, and the early-warning score they make.
 *
 * <p>Decided here: how long a value is fresh, to what it is rounded, how many points it is worth. Not decided here: whom to call; see
 * {@code org.vigie.signal.alert} and {@code org.vigie.signal.triage}.
 */
@NullMarked
package org.vigie.signal.earlywarning;

import org.jspecify.annotations.NullMarked;
