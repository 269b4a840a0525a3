/**
 * Maps records to rows of the store.
 *
 * <p>Decided here: which tables and columns there are ({@code tables.sql}) and which record becomes which row. Not decided here: when rows
 * are written, and what happens to a row that the store refuses.
 */
package org.vigie.sink.row;
