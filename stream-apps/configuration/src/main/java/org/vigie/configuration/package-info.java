/**
 * How an app is told what to do: one YAML file, one tree of records, validated once at start with all errors together.
 *
 * <p>Not decided here: any default or limit; each configuration record states its own.
 */
@NullMarked
package org.vigie.configuration;

import org.jspecify.annotations.NullMarked;
