/**
 * Keeps the beds of patients as the admission system reports them.
 *
 * <p>Decided here: the effect of admissions, transfers, discharges, cancellations and merges on the stays of a bed, and that two patients
 * claimed for one bed are a conflict. No Kafka, no clock, pseudonyms only.
 */
package org.vigie.gateway.census;
