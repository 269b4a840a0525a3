/** When something that failed is tried again. */
@NullMarked
package org.vigie.platform.retry;

import org.jspecify.annotations.NullMarked;
