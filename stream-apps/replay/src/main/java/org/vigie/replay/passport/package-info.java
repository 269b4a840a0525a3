/**
 * Computes recorded scores and alerts again from their recorded inputs, with the code that made them, and names the first difference.
 *
 * <p>Decided here: which inputs belong to a result, and which fields must be equal. Not decided here: models, rules, alarms.
 */
@NullMarked
package org.vigie.replay.passport;

import org.jspecify.annotations.NullMarked;
