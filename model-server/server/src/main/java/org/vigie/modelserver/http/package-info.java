/** The open inference protocol over HTTP: JSON and binary tensors; health, metadata, infer, and Prometheus' {@code /metrics}. */
package org.vigie.modelserver.http;
