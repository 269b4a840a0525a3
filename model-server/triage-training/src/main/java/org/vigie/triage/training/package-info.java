/** The commands {@code ./vigie triage train} and {@code ./vigie triage predict}, and the report of a training. */
package org.vigie.triage.training;
