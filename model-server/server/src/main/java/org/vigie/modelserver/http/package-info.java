/** The open inference protocol over HTTP: JSON and binary tensors, health, metadata, inference, and {@code /metrics} for Prometheus. */
package org.vigie.modelserver.http;
