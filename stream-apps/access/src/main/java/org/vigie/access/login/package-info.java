/**
 * Proves who asks: API tokens, one-time links, and the PINs of users who share a screen.
 *
 * <p>Decided here: how secrets are made, kept and compared. Every file that holds one is readable by its owner alone (mode 0600). Not
 * decided here: what a principal may do.
 */
package org.vigie.access.login;
