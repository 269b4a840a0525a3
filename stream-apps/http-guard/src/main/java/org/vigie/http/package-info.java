/**
 * Which HTTP requests a server of Vigie answers.
 *
 * <p>Decided here: which host names a server answers to, and from which pages a browser may ask it. Every server asks this one guard.
 * Not decided here: who may read or change what; a log-in is the business of each server.
 */
package org.vigie.http;
