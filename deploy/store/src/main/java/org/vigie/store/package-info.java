/**
 * QuestDB in this JVM, on loopback, and a small reader of its tables.
 *
 * <p>Decided here: where it listens, how much memory it takes, what is said when it cannot start. Not decided here: which tables there
 * are; see {@code org.vigie.sink}.
 */
package org.vigie.store;
