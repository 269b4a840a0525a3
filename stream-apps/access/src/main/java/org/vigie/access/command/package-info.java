/**
 * Decides what a command may read of a ward.
 *
 * <p>Decided here: when a command needs a token, and who proves it. Not decided here: what a role may do; {@code AccessControl} says so. The
 * owner of a ward's data directory can read its files without a command.
 */
package org.vigie.access.command;
