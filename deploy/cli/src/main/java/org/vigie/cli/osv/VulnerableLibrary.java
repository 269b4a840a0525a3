package org.vigie.cli.osv;

import java.util.List;

/**
 * Holds a library of a release that an advisory concerns.
 *
 * @param advisory its identifier
 * @param aliases identifiers of the same vulnerability, such as a CVE
 * @param library group, artifact and version
 * @param fixedIn versions that are no longer vulnerable; empty when the advisory names none
 */
record VulnerableLibrary(String advisory, List<String> aliases, String library, List<String> fixedIn, String summary) {
    VulnerableLibrary {
        aliases = List.copyOf(aliases);
        fixedIn = List.copyOf(fixedIn);
    }

    @Override
    public String toString() {
        String others = aliases.isEmpty() ? "" : " (" + String.join(", ", aliases) + ")";
        String fixed = fixedIn.isEmpty() ? "no fixed version is named" : "fixed in " + String.join(", ", fixedIn);
        return library + " " + advisory + others + ": " + summary + "; " + fixed;
    }
}
