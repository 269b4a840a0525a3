/**
 * The open inference protocol as protobuf messages ({@code v2} is made of {@code inference.proto}), to and from the values of
 * {@code org.vigie.model.protocol}.
 */
@NullMarked
package org.vigie.model.grpc;

import org.jspecify.annotations.NullMarked;
