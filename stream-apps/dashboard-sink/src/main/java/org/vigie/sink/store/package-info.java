/**
 * Writes rows to the store.
 *
 * <p>Decided here: how tables are created and rows are sent, and which rows of a refused batch are at fault. Not decided here: what a row
 * holds, and which records were read.
 */
package org.vigie.sink.store;
