/**
 * Reads the topics and keeps their records in the store.
 *
 * <p>Decided here: in which order records are read, stored and committed, and what happens to a record or row that cannot be stored. Not
 * decided here: how a record becomes rows ({@code row}), how rows reach the store ({@code store}), and which rows a dashboard shows.
 */
package org.vigie.sink;
