/**
 * Compares the libraries of a release with a list of vulnerabilities in OSV's form that lies on this machine.
 *
 * <p>Decided here: which library and version an advisory concerns. Not decided here: where the list comes from (docs/security.md).
 */
package org.vigie.cli.osv;
