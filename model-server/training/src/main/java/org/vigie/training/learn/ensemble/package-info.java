/** Trains networks and trees together as one ensemble and exports it as a model bundle. */
package org.vigie.training.learn.ensemble;
