/**
 * What the trees look at: the numbers of a visit and the groups that its complaint belongs to.
 *
 * <p>Decided here: which numbers make a row, and how much of a visit there is to go by. A missing number stays missing.
 */
package org.vigie.triage.feature;
