/**
 * Writes readings, cells, scores, alerts and triage levels as rows of the store.
 *
 * <p>Decided here: which tables there are ({@code tables.sql}), how a record becomes rows, what happens to a row that the store refuses.
 * Not decided here: which rows a dashboard shows; see {@code grafana/}.
 */
package org.vigie.sink;
