/**
 * Starts the programs that integration tests need.
 *
 * <p>Decided here: which tests share a broker and how their topics are kept apart. Not decided here: how a broker is started in this JVM
 * ({@code org.vigie.embedded}).
 */
package org.vigie.testing.broker;
