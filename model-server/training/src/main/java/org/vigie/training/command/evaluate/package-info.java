/** The command {@code evaluate}: predicts a cohort, measures the predictions and writes the report. No metric is defined here. */
package org.vigie.training.command.evaluate;
