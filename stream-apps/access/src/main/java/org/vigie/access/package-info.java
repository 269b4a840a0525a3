/**
 * Decides who may do what on which unit.
 *
 * <p>Decided here: the rights of each role, the scope of units, and emergency access. Every server asks {@code AccessControl}. Not decided
 * here: how a user proves who they are, and what a unit's alarm policy allows each role.
 */
package org.vigie.access;
