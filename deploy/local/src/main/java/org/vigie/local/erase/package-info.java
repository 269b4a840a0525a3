/**
 * Erases everything of one patient from a ward that has stopped: records of topics and changelogs, rows of the store, checkpoints, archives.
 *
 * <p>Decided here: which records concern the patient, and what stays of a record that concerns others too. Not decided here: the keys of
 * patients (bedside-gateway), the search that proves the erasure ({@code org.vigie.local.identity}).
 */
package org.vigie.local.erase;
