/**
 * The open inference protocol (KServe v2) as values and as bytes: JSON and its binary tensor extension. Only 32-bit floats are supported,
 * because the models use no other type.
 *
 * @see <a href="https://github.com/kserve/open-inference-protocol">the specification</a>
 */
@NullMarked
package org.vigie.model.protocol;

import org.jspecify.annotations.NullMarked;
