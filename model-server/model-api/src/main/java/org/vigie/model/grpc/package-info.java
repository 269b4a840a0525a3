/**
 * Maps the values of {@code org.vigie.model.protocol} to protobuf messages and back. The classes of {@code v2} are generated from {@code
 * inference.proto}.
 */
@NullMarked
package org.vigie.model.grpc;

import org.jspecify.annotations.NullMarked;
