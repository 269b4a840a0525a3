package org.vigie.bench.code;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Describes a Javadoc as it stands in the source code.
 *
 * @param at file and line of what it describes
 * @param of the name of what it describes
 * @param text on one line
 */
record JavadocComment(
        @JsonProperty("at") String at,
        @JsonProperty("of") String of,
        @JsonProperty("text") String text) {}
