/**
 * The open inference protocol (KServe v2) as values and as bytes: JSON, and its binary tensor extension. Only 32-bit floats travel; that is
 * all our models take and give.
 *
 * @see <a href="https://github.com/kserve/open-inference-protocol">the specification</a>
 */
@NullMarked
package org.vigie.model.protocol;

import org.jspecify.annotations.NullMarked;
