/**
 * Decides which HTTP requests a server of Vigie answers.
 *
 * <p>Decided here: which host names a server answers to, and pages of which origin may send requests. Every server uses this guard. Not
 * decided here: who may read or change what; each server has its own log-in.
 */
package org.vigie.http;
