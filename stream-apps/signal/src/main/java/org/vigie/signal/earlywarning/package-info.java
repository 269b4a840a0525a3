/**
 * Computes early-warning scores from the current values of a stay.
 *
 * <p>Decided here: how many points each value is worth, and the range of a score with missing inputs. Not decided here: which value is
 * current ({@code org.vigie.signal.vitals}), and who is notified ({@code org.vigie.signal.alarm}, {@code org.vigie.signal.triage}).
 */
@NullMarked
package org.vigie.signal.earlywarning;

import org.jspecify.annotations.NullMarked;
