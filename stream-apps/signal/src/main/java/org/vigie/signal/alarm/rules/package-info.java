/**
 * Reads rule files and compiles them, or reports the line with the error.
 *
 * <p>Decided here: the format of a rule file. Not decided here: how the rules work ({@code org.vigie.signal.alarm.detect}), and where the
 * file is stored.
 */
@NullMarked
package org.vigie.signal.alarm.rules;

import org.jspecify.annotations.NullMarked;
