/** The {@code SurvivalScorer}s that ask a model server by the open inference protocol, over gRPC or HTTP: the URL tells which. */
@NullMarked
package org.vigie.model.client;

import org.jspecify.annotations.NullMarked;
