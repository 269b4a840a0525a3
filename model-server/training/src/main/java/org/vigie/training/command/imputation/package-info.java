/** Trains and evaluates an imputer: the commands {@code ./vigie train imputer} and {@code ./vigie evaluate imputation}. */
package org.vigie.training.command.imputation;
