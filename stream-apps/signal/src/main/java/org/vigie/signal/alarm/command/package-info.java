/**
 * Defines the requests of persons to the alarm system, and the reasons for refusing them.
 *
 * <p>Not decided here: whether a command is carried out; see {@code org.vigie.signal.alarm.lifecycle}.
 */
@NullMarked
package org.vigie.signal.alarm.command;

import org.jspecify.annotations.NullMarked;
