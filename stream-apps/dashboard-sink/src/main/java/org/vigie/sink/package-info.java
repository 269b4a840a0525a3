/**
 * The ward's readings, cells, scores, alerts and triage as rows of the store.
 *
 * <p>Decided here: which tables there are ({@code tables.sql}), how a record becomes rows, what happens to a row that the store refuses.
 * Not decided here: what is shown of them; see {@code grafana/}.
 */
package org.vigie.sink;
