package org.vigie.http;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a host and its port, as in {@code Host: 127.0.0.1:18080}.
 *
 * @param name in lower case; an IPv6 address in brackets
 * @param port empty when the text has none
 */
record HostAndPort(String name, OptionalInt port) {
    private static final String TEXT = "(\\[[0-9a-f:.]{2,45}]|[a-z0-9._-]{1,253})(?::([0-9]{1,5}))?";
    private static final Pattern AUTHORITY = Pattern.compile(TEXT);
    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#]*)(?:[/?#].*)?", Pattern.DOTALL);

    /** Parses a host with or without a port; empty when the text is neither. */
    static Optional<HostAndPort> parse(String text) {
        Matcher parts = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(2);
        return Optional.of(new HostAndPort(
                parts.group(1), port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port))));
    }

    /** Returns the authority of an HTTP address, with the default port of the scheme when it names none; empty for any other text. */
    static Optional<HostAndPort> ofAddress(String address) {
        Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int usual = parts.group(1).equals("https") ? 443 : 80;
        return parse(parts.group(2))
                .map(found -> new HostAndPort(
                        found.name(), OptionalInt.of(found.port().orElse(usual))));
    }
}
