/**
 * Runs QuestDB in this JVM, on loopback, and reads its tables.
 *
 * <p>Decided here: ports, memory, users, and the messages of a start that fails. Not decided here: which tables there are; see {@code
 * org.vigie.sink}.
 */
package org.vigie.store;
