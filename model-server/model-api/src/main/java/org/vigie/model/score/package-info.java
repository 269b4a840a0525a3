/**
 * The port through which an application scores the window of a stay: request, assessment and errors. It knows no engine and no protocol.
 */
@NullMarked
package org.vigie.model.score;

import org.jspecify.annotations.NullMarked;
