/**
 * Computes requests of HTTP and gRPC: finds the model, checks the tensors, forms batches and counts.
 *
 * <p>Each refusal is a {@code ServingException} with a code that both protocols translate.
 */
package org.vigie.modelserver.serve;
