package org.vigie.cli.osv;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one Maven library of a bill of materials.
 *
 * @param name group and artifact, as advisories write them: {@code org.example:parser}
 */
record ReleasedLibrary(String name, String version) {
    /** A package URL: type, group, artifact and version; qualifiers and a path may follow. */
    private static final Pattern PURL = Pattern.compile("pkg:maven/([^/@?#]+)/([^/@?#]+)@([^?#]+).*");

    /** Reads a component; empty when its package URL names no Maven library with a version. */
    static Optional<ReleasedLibrary> of(JsonNode component) {
        Matcher purl = PURL.matcher(component.path("purl").asText());
        return purl.matches()
                ? Optional.of(new ReleasedLibrary(
                        decoded(purl.group(1)) + ":" + decoded(purl.group(2)), decoded(purl.group(3))))
                : Optional.empty();
    }

    /** A plus sign is itself in a package URL. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
