/** Sends HTTP requests to other systems. Not decided here: what is sent, and what a failure means. */
@NullMarked
package org.vigie.platform.http;

import org.jspecify.annotations.NullMarked;
