/** The versioned binary form of the state that an app stores. */
@NullMarked
package org.vigie.platform.state;

import org.jspecify.annotations.NullMarked;
