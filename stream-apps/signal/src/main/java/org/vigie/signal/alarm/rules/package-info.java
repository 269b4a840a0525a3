/**
 * Rule files: text in, compiled rules out, or the line that is wrong.
 *
 * <p>Decided here: what a rule file may say. Not decided here: what the rules do ({@code org.vigie.signal.alert}), nor where the file
 * lies.
 */
@NullMarked
package org.vigie.signal.alarm.rules;

import org.jspecify.annotations.NullMarked;
