/** Clients of a model server that score windows by the open inference protocol. The URL decides between gRPC and HTTP. */
@NullMarked
package org.vigie.model.client;

import org.jspecify.annotations.NullMarked;
