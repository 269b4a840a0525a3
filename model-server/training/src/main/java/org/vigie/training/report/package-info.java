/**
 * A judgement as files: JSON for machines, one HTML page with its drawings inside for people. Nothing is computed here that is not in the
 * judgement.
 */
package org.vigie.training.report;
