/**
 * Plays simulated patients with ground truth through the running topologies, beside plain threshold alarms on the same raw stream.
 * Decided here: what counts as an event, as missed, as a false alarm, as lead time. Not decided here: any clinical rule.
 */
package org.vigie.bench.ward;
