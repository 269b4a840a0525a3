/** Runs the programs of Prometheus that a test needs, each as a process of its own. */
package org.vigie.testing.monitoring;
