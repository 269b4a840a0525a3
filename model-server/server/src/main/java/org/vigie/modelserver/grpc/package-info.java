/** The open inference protocol over gRPC, with the same results as over HTTP. The messages are generated from {@code inference.proto}. */
package org.vigie.modelserver.grpc;
