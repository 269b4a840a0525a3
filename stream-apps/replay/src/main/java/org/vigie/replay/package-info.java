/**
 * Evaluates recorded streams again, apart from the live ward.
 *
 * <p>Decided here: which records of which period are evaluated again, and how two results are compared. Not decided here: rules and
 * steps; they are those of the apps.
 */
@NullMarked
package org.vigie.replay;

import org.jspecify.annotations.NullMarked;
