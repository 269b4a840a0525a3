/**
 * One configuration file per app, read into one record tree and validated once at start; an environment variable overrides each value.
 */
@NullMarked
package org.vigie.platform.config;

import org.jspecify.annotations.NullMarked;
