/** {@code ./vigie triage train} and {@code ./vigie triage predict}: the commands, and the report of a training. */
package org.vigie.triage.training;
