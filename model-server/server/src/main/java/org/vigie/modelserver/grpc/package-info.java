/** The open inference protocol over gRPC: the same answers as over HTTP. The messages are generated from {@code inference.proto}. */
package org.vigie.modelserver.grpc;
