/**
 * Who lies where, by what the admission system says.
 *
 * <p>Decided here: what admissions, transfers, discharges, their cancellations and merges do to the stays of the beds, and that two
 * patients claimed for one bed are a conflict. Pure: no Kafka, no clock, pseudonyms only.
 */
package org.vigie.gateway.census;
