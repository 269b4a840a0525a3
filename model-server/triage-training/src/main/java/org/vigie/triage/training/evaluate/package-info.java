/**
 * How well levels agree with the experts', with intervals.
 *
 * <p>Decided here: what is measured. Not decided here: on whom; every number comes from visits that the trees did not see.
 */
package org.vigie.triage.training.evaluate;
