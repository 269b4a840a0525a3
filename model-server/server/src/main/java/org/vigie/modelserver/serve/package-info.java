/**
 * Answers requests, whatever wire they came by: finds the model, checks the tensors, shares a batch, counts. Every refusal is a
 * {@code ServingException} with a code that both wires translate.
 */
package org.vigie.modelserver.serve;
